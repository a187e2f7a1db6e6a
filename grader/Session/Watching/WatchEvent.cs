using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Session.Watching;

/// <summary>What a watch session is told.</summary>
internal abstract record WatchEvent;

/// <summary>A key was pressed.</summary>
/// <param name="Key">What it asks for.</param>
/// <param name="Digit">The digit that it is; null for no digit.</param>
internal sealed record KeyPressed(WatchKey Key, int? Digit = null) : WatchEvent;

/// <summary>The sources of an exercise were saved.</summary>
internal sealed record Saved(string Exercise) : WatchEvent;

/// <summary>Saves are found by looking, or by events again.</summary>
internal sealed record LooksItself(bool IsPolling) : WatchEvent;

/// <summary>A grading has come so far.</summary>
internal sealed record StepBegan(int Grading, LocalizedText Step) : WatchEvent;

/// <summary>A check has its result.</summary>
internal sealed record CheckCame(int Grading, CheckResult Check) : WatchEvent;

/// <summary>A grading is done.</summary>
internal sealed record ResultCame(int Grading, ExerciseResult Result) : WatchEvent;

/// <summary>A grading ended without a result.</summary>
/// <param name="Grading">Which.</param>
/// <param name="Fault">What the grader's fault was, or why there was nothing to grade.</param>
internal sealed record GradingFailed(int Grading, LocalizedText Fault) : WatchEvent;

/// <summary>The exercise's own program printed a line.</summary>
internal sealed record LineCame(int Run, string Line) : WatchEvent;

/// <summary>The exercise's own program has ended.</summary>
internal sealed record RunEnded(int Run, int ExitCode) : WatchEvent;

/// <summary>The window has another size.</summary>
internal sealed record Resized : WatchEvent;

/// <summary>The terminal is gone, or somebody asks for the end.</summary>
internal sealed record Ended : WatchEvent;
