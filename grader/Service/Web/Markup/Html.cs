using System.Text;

namespace ExerciseKit.Service.Web.Markup;

/// <summary>Something that is HTML already.</summary>
/// <remarks>It is made of an interpolated string alone, in which whatever is put into a hole is text, unless it is HTML already: nobody can forget to escape.</remarks>
internal sealed class Html
{
    private readonly string text;

    private Html(string text) => this.text = text;

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>HTML with what is put into it.</summary>
    public static Html Of(HtmlText text) => new(text.ToString());

    /// <summary>Several, one after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.text)));

    public override string ToString() => text;
}

/// <summary>What the compiler makes of an interpolated string that becomes HTML.</summary>
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal readonly struct HtmlText
{
    private readonly StringBuilder text;

    public HtmlText(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (16 * formattedCount));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Html? value) => text.Append(value);

    public void AppendFormatted(IEnumerable<Html> value)
    {
        foreach (var part in value)
            text.Append(part);
    }

    public void AppendFormatted(string? value) => text.Append(value is null ? "" : ExerciseKit.Classes.Pages.Html.Of(value));

    public void AppendFormatted(int value) => text.Append(value);

    public void AppendFormatted(Guid value) => text.Append(value.ToString("D"));

    public override string ToString() => text.ToString();
}
