namespace ExerciseKit.Cli.Commands;

/// <summary>What <c>kit</c> ends with.</summary>
internal static class ExitCode
{
    public const int Passed = 0;

    /// <summary>Some check failed, or some verification.</summary>
    public const int Failed = 1;

    /// <summary>The command line or what it names can't be used.</summary>
    public const int BadInput = 2;

    /// <summary>The grader, or the machine it runs on, is to blame; no mark may be drawn.</summary>
    public const int GraderFault = 3;

    /// <summary>Ctrl-C or SIGTERM, as shells number it (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
