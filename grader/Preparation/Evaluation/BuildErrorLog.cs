using Microsoft.Build.Framework;

namespace ExerciseKit.Preparation.Evaluation;

/// <summary>Keeps a build's errors.</summary>
internal sealed class BuildErrorLog : ILogger
{
    private readonly List<string> errors = [];

    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Quiet;

    public string? Parameters { get; set; }

    public void Initialize(IEventSource eventSource) =>
        eventSource.ErrorRaised += (_, e) => errors.Add($"{e.Code} {e.Message} ({Path.GetFileName(e.File)}, line {e.LineNumber})");

    public void Shutdown()
    {
    }

    /// <summary>The errors in one line.</summary>
    public string Text(Exception? exception)
    {
        var all = exception is null ? errors : [.. errors, exception.Message];
        return all.Count > 0 ? string.Join("; ", all) : "no error was given";
    }
}
