using System.Diagnostics;
using System.Globalization;

namespace ExerciseKit.Grading.Hosting;

/// <summary>What a process has used.</summary>
/// <param name="Processor">Processor time.</param>
/// <param name="ResidentBytes">Memory that it holds now.</param>
internal readonly record struct ProcessUsage(TimeSpan Processor, long ResidentBytes)
{
    /// <summary>What a process uses now; nothing when it has gone.</summary>
    public static ProcessUsage Of(int processId)
    {
        try
        {
            return OperatingSystem.IsLinux() ? FromProc(processId) : FromSystem(processId);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            // It ended meanwhile.
            return default;
        }
    }

    // Process.GetProcessById reads a dozen files for this.
    private static ProcessUsage FromProc(int processId)
    {
        // Linux counts in hundredths of a second here, on every architecture.
        const int TicksPerSecond = 100;
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        // The name in parentheses may hold anything, spaces too; user and system time are the 12th and 13th fields after it.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var pages = long.Parse(fields[21], CultureInfo.InvariantCulture);
        return new ProcessUsage(TimeSpan.FromSeconds((double)ticks / TicksPerSecond), pages * Environment.SystemPageSize);
    }

    private static ProcessUsage FromSystem(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessUsage(process.TotalProcessorTime, process.WorkingSet64);
    }
}
