namespace ExerciseKit.Service.Running;

/// <summary>What servers and workers have in common.</summary>
/// <param name="Database">A PostgreSQL server, as Npgsql reads it; null for a file in <paramref name="Folder"/>.</param>
/// <param name="Folder">Where the file is.</param>
/// <param name="Jobs">How many hand-ins are graded at once; 0 for none, as where only other machines grade.</param>
/// <param name="RequireSandbox">Whether nothing is graded without a sandbox. Default true: anybody's code comes over the net.</param>
public sealed record ServiceOptions(string? Database, string? Folder, int Jobs, bool RequireSandbox = true)
{
    /// <summary>How long a worker may be silent before others take its hand-ins. Default 45 s.</summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>How often a worker grades a known hand-in. Default ten minutes.</summary>
    public TimeSpan? ProbeEvery { get; init; }

    /// <summary>How long the database is waited for at the start. Default a minute.</summary>
    public TimeSpan WaitForDatabase { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the log is a JSON object a line.</summary>
    public bool LogsJson { get; init; }
}
