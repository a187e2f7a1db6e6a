using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Session.Watching;

/// <summary>What is to be seen of a watch session.</summary>
public enum WatchView
{
    Checks,
    Hint,
    Timeline,

    /// <summary>The timeline, a step at a time, with the student's line of code.</summary>
    Steps,

    /// <summary>The exercise's own program, and what it prints.</summary>
    Run,
    List,
    Help,

    /// <summary>Whether the stub is really to be put back.</summary>
    ConfirmReset,
}

/// <summary>All that a watch session knows, for whoever shows it.</summary>
/// <param name="Exercise">The exercise in hand.</param>
/// <param name="Progress">How far the student is.</param>
/// <param name="View">What is to be seen.</param>
public sealed record WatchState(Exercise Exercise, CourseProgress Progress, WatchView View)
{
    /// <summary>The checks as far as they are known; those of the grading before until the first one comes.</summary>
    public EquatableArray<CheckResult> Checks { get; init; } = [];

    /// <summary>Remarks on the hand-in; known when its grading is done.</summary>
    public EquatableArray<LocalizedText> Remarks { get; init; } = [];

    /// <summary>What the program printed; known when its grading is done.</summary>
    public ProgramOutput Output { get; init; } = ProgramOutput.None;

    /// <summary>What is being done for the grading under way; null where none is.</summary>
    public LocalizedText? Step { get; init; }

    /// <summary>Why there is no result; null where there is one, or will be.</summary>
    public LocalizedText? Fault { get; init; }

    /// <summary>How many hints are shown, from 1.</summary>
    public int Hints { get; init; }

    /// <summary>How many hints there are: those written for the exercise, and then those that the first failure gives: the rule, the two lines, the interleaving.</summary>
    public int HintCount => Exercise.HintCount + (FirstFailure is { } failure ? 1 + (failure.Between is null ? 0 : 1) + (failure.Timeline.Count == 0 ? 0 : 1) : 0);

    /// <summary>The first line that is to be seen of a long view.</summary>
    public int Scroll { get; init; }

    /// <summary>The step of the timeline that is looked at, from 0.</summary>
    public int TimelineStep { get; init; }

    /// <summary>The line in the list that Enter would choose.</summary>
    public int Chosen { get; init; }

    /// <summary>The first digit of a number that is being typed; null for none.</summary>
    public int? TypedDigit { get; init; }

    /// <summary>What the exercise's own program has printed so far.</summary>
    public EquatableArray<string> RunLines { get; init; } = [];

    /// <summary>How it ended; null while it runs.</summary>
    public int? RunExitCode { get; init; }

    /// <summary>Whether saves are found by looking every moment, since no events come for this folder.</summary>
    public bool IsPolling { get; init; }

    /// <summary>What to say below all else; null for nothing.</summary>
    public LocalizedText? Notice { get; init; }

    /// <summary>Whether each check of a finished grading held.</summary>
    public bool IsSolved => Step is null && Fault is null && Checks.Count > 0 && Checks.All(c => c.Status == CheckStatus.Passed);

    /// <summary>The first check that did not hold; null where all did as far as is known.</summary>
    public CheckResult? FirstFailure => Checks.FirstOrDefault(c => c.Status is CheckStatus.Failed or CheckStatus.Error);

    /// <summary>The first check with an interleaving to show; null where there is none.</summary>
    public CheckResult? Story => Checks.FirstOrDefault(c => c.Status is CheckStatus.Failed or CheckStatus.Error && c.Timeline.Count > 0);
}
