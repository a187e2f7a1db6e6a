using System.Text;

namespace ExerciseKit.Host.Shims;

/// <summary>Writing to the console is an operation. Colours are taken and shown nowhere.</summary>
#pragma warning disable RS0030 // The one place that must name Console: this stands for it.
[StandsFor(typeof(Console))]
#pragma warning restore RS0030
public static class ConsoleShim
{
    public static TextWriter Out => ConsoleWriter.Out;

    public static TextWriter Error => ConsoleWriter.Error;

    /// <summary>What is printed is text until it reaches the report; whoever runs the program by hand chooses the bytes.</summary>
    public static Encoding OutputEncoding
    {
        get => Encoding.UTF8;
        set => _ = value;
    }

    public static Encoding InputEncoding
    {
        get => Encoding.UTF8;
        set => _ = value;
    }

    public static ConsoleColor ForegroundColor
    {
        get => ConsoleColor.Gray;
        set => _ = value;
    }

    public static ConsoleColor BackgroundColor
    {
        get => ConsoleColor.Black;
        set => _ = value;
    }

    public static void ResetColor()
    {
        // Nothing was coloured.
    }

    public static void WriteLine() => Out.WriteLine();

    public static void Write(bool value) => Out.Write(value);

    public static void Write(char value) => Out.Write(value);

    public static void Write(int value) => Out.Write(value);

    public static void Write(uint value) => Out.Write(value);

    public static void Write(long value) => Out.Write(value);

    public static void Write(ulong value) => Out.Write(value);

    public static void Write(float value) => Out.Write(value);

    public static void Write(double value) => Out.Write(value);

    public static void Write(decimal value) => Out.Write(value);

    public static void Write(string? value) => Out.Write(value);

    public static void Write(object? value) => Out.Write(value);

    public static void Write(char[]? value) => Out.Write(value);

    public static void Write(ReadOnlySpan<char> value) => Out.Write(value);

    public static void Write(char[] buffer, int index, int count) => Out.Write(buffer, index, count);

    public static void Write(string format, object? arg0) => Out.Write(format, arg0);

    public static void Write(string format, object? arg0, object? arg1) => Out.Write(format, arg0, arg1);

    public static void Write(string format, object? arg0, object? arg1, object? arg2) => Out.Write(format, arg0, arg1, arg2);

    public static void Write(string format, params object?[]? arg) => Out.Write(format, arg ?? []);

    public static void Write(string format, params ReadOnlySpan<object?> arg) => Out.Write(format, arg);

    public static void WriteLine(bool value) => Out.WriteLine(value);

    public static void WriteLine(char value) => Out.WriteLine(value);

    public static void WriteLine(int value) => Out.WriteLine(value);

    public static void WriteLine(uint value) => Out.WriteLine(value);

    public static void WriteLine(long value) => Out.WriteLine(value);

    public static void WriteLine(ulong value) => Out.WriteLine(value);

    public static void WriteLine(float value) => Out.WriteLine(value);

    public static void WriteLine(double value) => Out.WriteLine(value);

    public static void WriteLine(decimal value) => Out.WriteLine(value);

    public static void WriteLine(string? value) => Out.WriteLine(value);

    public static void WriteLine(object? value) => Out.WriteLine(value);

    public static void WriteLine(char[]? value) => Out.WriteLine(value);

    public static void WriteLine(ReadOnlySpan<char> value) => Out.WriteLine(value);

    public static void WriteLine(char[] buffer, int index, int count) => Out.WriteLine(buffer, index, count);

    public static void WriteLine(string format, object? arg0) => Out.WriteLine(format, arg0);

    public static void WriteLine(string format, object? arg0, object? arg1) => Out.WriteLine(format, arg0, arg1);

    public static void WriteLine(string format, object? arg0, object? arg1, object? arg2) => Out.WriteLine(format, arg0, arg1, arg2);

    public static void WriteLine(string format, params object?[]? arg) => Out.WriteLine(format, arg ?? []);

    public static void WriteLine(string format, params ReadOnlySpan<object?> arg) => Out.WriteLine(format, arg);
}
