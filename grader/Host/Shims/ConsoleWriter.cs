using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>A process's output stream. Each call is one operation, line end included, so that lines never tear.</summary>
/// <remarks>Every overload is overridden: the framework's own would write a text and its line end in two steps.</remarks>
internal sealed class ConsoleWriter : TextWriter
{
    private readonly ConsoleStream stream;

    private ConsoleWriter(ConsoleStream stream)
        : base(CultureInfo.InvariantCulture)
    {
        this.stream = stream;
        CoreNewLine = ['\n'];
    }

    public static ConsoleWriter Out { get; } = new(ConsoleStream.Out);

    public static ConsoleWriter Error { get; } = new(ConsoleStream.Error);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(bool value) => Print(value.ToString());

    public override void Write(char value) => Print(value.ToString());

    public override void Write(int value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(uint value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(long value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(ulong value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(float value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(double value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(decimal value) => Print(value.ToString(CultureInfo.InvariantCulture));

    public override void Write(string? value) => Print(value ?? "");

    public override void Write(char[]? buffer) => Print(new string(buffer));

    public override void Write(char[] buffer, int index, int count) => Print(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Print(buffer.ToString());

    public override void Write(StringBuilder? value) => Print(value?.ToString() ?? "");

    public override void Write(object? value) => Print(Formatted("{0}", [value]));

    public override void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0) => Print(Formatted(format, [arg0]));

    public override void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1) => Print(Formatted(format, [arg0, arg1]));

    public override void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1, object? arg2) => Print(Formatted(format, [arg0, arg1, arg2]));

    public override void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params object?[] arg) => Print(Formatted(format, arg));

    public override void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params ReadOnlySpan<object?> arg) => Print(Formatted(format, arg));

    public override void WriteLine() => PrintLine("");

    public override void WriteLine(bool value) => PrintLine(value.ToString());

    public override void WriteLine(char value) => PrintLine(value.ToString());

    public override void WriteLine(int value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(uint value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(long value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(ulong value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(float value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(double value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(decimal value) => PrintLine(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(string? value) => PrintLine(value ?? "");

    public override void WriteLine(char[]? buffer) => PrintLine(new string(buffer));

    public override void WriteLine(char[] buffer, int index, int count) => PrintLine(new string(buffer, index, count));

    public override void WriteLine(ReadOnlySpan<char> buffer) => PrintLine(buffer.ToString());

    public override void WriteLine(StringBuilder? value) => PrintLine(value?.ToString() ?? "");

    public override void WriteLine(object? value) => PrintLine(Formatted("{0}", [value]));

    public override void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0) => PrintLine(Formatted(format, [arg0]));

    public override void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1) => PrintLine(Formatted(format, [arg0, arg1]));

    public override void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1, object? arg2) => PrintLine(Formatted(format, [arg0, arg1, arg2]));

    public override void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params object?[] arg) => PrintLine(Formatted(format, arg));

    public override void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params ReadOnlySpan<object?> arg) => PrintLine(Formatted(format, arg));

    // Formatting may run the student's ToString, which may ask for operations elsewhere.
    private static string Formatted(string format, params ReadOnlySpan<object?> arguments)
    {
        var site = Request.Session.Site;
        var text = string.Format(CultureInfo.InvariantCulture, format, arguments);
        Request.Session.Site = site;
        return text;
    }

    private void PrintLine(string text) => Print(text + "\n");

    private void Print(string text)
    {
        RunLimits.Print(stream, text);
        Request.Done(new WriteConsole(stream, text));
    }
}
