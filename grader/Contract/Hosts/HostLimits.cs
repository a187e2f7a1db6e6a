using System.Globalization;

namespace ExerciseKit.Contract.Hosts;

/// <summary>What one host may use; it is told when it is started, and can't raise it.</summary>
/// <param name="MaxMemoryBytes">Its objects, in bytes. Default 256 MiB.</param>
/// <param name="MaxFileBytes">The length of a file that it writes, on the disk or in its run's private folder. Default 1 MiB.</param>
/// <param name="MaxOpenFiles">Files and sockets open at once. Default 256.</param>
/// <param name="MaxOutputBytes">What one process prints in one run. Default 1 MiB.</param>
public sealed record HostLimits(
    long MaxMemoryBytes = 256L << 20,
    long MaxFileBytes = 1L << 20,
    long MaxOpenFiles = 256,
    long MaxOutputBytes = 1L << 20)
{
    /// <summary>The limits in one word, for a command line.</summary>
    public string ToArgument() => string.Create(CultureInfo.InvariantCulture, $"{MaxMemoryBytes},{MaxFileBytes},{MaxOpenFiles},{MaxOutputBytes}");

    /// <summary>Reads what <see cref="ToArgument"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such word.</exception>
    public static HostLimits FromArgument(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = text.Split(',');
        return numbers is [var memory, var file, var open, var output]
            ? new HostLimits(Number(memory), Number(file), Number(open), Number(output))
            : throw new FormatException($"\"{text}\" holds {numbers.Length} limits, where 4 are needed.");
    }

    private static long Number(string part) => long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
}
