using System.Text;
using System.Xml;

namespace ExerciseKit.Reports.Formats;

/// <summary>Takes XML as text that calls itself UTF-8.</summary>
internal sealed class XmlText(StringBuilder text) : StringWriter(text)
{
    public static XmlWriterSettings Settings { get; } = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, CheckCharacters = true };

    public override Encoding Encoding => Encoding.UTF8;
}
