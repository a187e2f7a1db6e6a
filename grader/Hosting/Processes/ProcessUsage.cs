using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace ExerciseKit.Hosting.Processes;

/// <summary>What a process has used.</summary>
/// <param name="Processor">Processor time.</param>
/// <param name="ResidentBytes">Memory that it holds now.</param>
public readonly record struct ProcessUsage(TimeSpan Processor, long ResidentBytes)
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

    /// <summary>Whether all threads of a process sleep: it waits for something, and not for the processor or the disk. False where the system does not tell.</summary>
    public static bool IsAsleep(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            return Directory.GetDirectories($"/proc/{processId}/task").All(thread => FieldsOf(thread)[0] == "S");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or one of its threads did, so that it did not sleep.
            return false;
        }
    }

    // Process.GetProcessById reads a dozen files for this.
    [SupportedOSPlatform("linux")]
    private static ProcessUsage FromProc(int processId)
    {
        // Linux counts in hundredths of a second here, on every architecture.
        const int TicksPerSecond = 100;
        var fields = FieldsOf($"/proc/{processId}");
        // User and system time are the 12th and 13th fields.
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var pages = long.Parse(fields[21], CultureInfo.InvariantCulture);
        return new ProcessUsage(TimeSpan.FromSeconds((double)ticks / TicksPerSecond), pages * Environment.SystemPageSize);
    }

    /// <summary>The fields after the name, which stands in parentheses and may hold anything, spaces too.</summary>
    private static string[] FieldsOf(string folder)
    {
        var stat = File.ReadAllText($"{folder}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static ProcessUsage FromSystem(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessUsage(process.TotalProcessorTime, process.WorkingSet64);
    }
}
