using System.Text;
using NUnit.Framework;

namespace ExerciseKit.Snapshots;

/// <summary>The two files of a snapshot: what was approved, and what a failing test received.</summary>
internal sealed record SnapshotFiles(string Verified, string Received)
{
    // Verify writes a byte order mark; approving with either leaves the same bytes.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public static SnapshotFiles Of(string sourceFile, Type fixture, TestContext.MethodInfoAdapter method, object?[] arguments, string extension) =>
        Of(Path.GetDirectoryName(sourceFile)!, $"{fixture.Name}.{method.Name}{Values(method, arguments)}", extension);

    public static SnapshotFiles Of(string folder, string name, string extension)
    {
        var stem = Path.Combine(folder, name);
        return new($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
    }

    public async Task CompareAsync(string text, CancellationToken cancellation)
    {
        var received = text.ReplaceLineEndings("\n");
        var verified = File.Exists(Verified) ? await File.ReadAllTextAsync(Verified, Encoding, cancellation) : null;
        if (received == verified)
        {
            // A received file that stays after its test passes again would be taken for a failure.
            File.Delete(Received);
            return;
        }

        await File.WriteAllTextAsync(Received, received, Encoding, cancellation);
        throw new SnapshotMismatchException(this, verified, received);
    }

    private static string Values(TestContext.MethodInfoAdapter method, object?[] arguments) =>
        string.Concat(arguments.Zip(method.GetParameters(), (value, parameter) => $"_{parameter.Name}={Printable(value)}"));

    private static string Printable(object? value)
    {
        var text = value?.ToString() ?? "null";
        var forbidden = Path.GetInvalidFileNameChars().Concat("\\:*?\"<>|");
        return string.Concat(text.Select(c => forbidden.Contains(c) ? '-' : c));
    }
}
