using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>What grading a hand-in gave; format <c>exercisekit.result/2</c>. Everything but <see cref="Timing"/> is the same for the same hand-in and seed.</summary>
/// <param name="KitVersion">The kit's version.</param>
/// <param name="Gradable">False while something is pending, and when the grader is to blame: then no mark may be drawn from this.</param>
/// <param name="Fault">What the grader's fault was; null when it had none.</param>
/// <param name="SubmissionHash">SHA-256 of the student's files, in hexadecimal.</param>
/// <param name="Seed">The seed of every random choice.</param>
/// <param name="Exercises">The exercises, in order of their ids.</param>
/// <param name="Timing">All durations, and nothing else that varies.</param>
/// <param name="Sandbox">What the student's processes were kept from; null where that was not known yet.</param>
/// <param name="Notes">What the kit did otherwise on this machine than it would, such as where it keeps its files; no mark depends on it.</param>
/// <param name="Budget">What all processes of the hand-in may use together; null where nobody said.</param>
public sealed record GradeResult(
    string KitVersion,
    bool Gradable,
    LocalizedText? Fault,
    string SubmissionHash,
    int Seed,
    EquatableArray<ExerciseResult> Exercises,
    Timing Timing,
    SandboxReport? Sandbox = null,
    EquatableArray<LocalizedText> Notes = default,
    HandInLimits? Budget = null)
{
    /// <summary>The format's name and version.</summary>
    public const string CurrentFormat = "exercisekit.result/2";

    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = CurrentFormat;

    /// <summary>Points reached.</summary>
    public int Score => Exercises.Sum(e => e.Score);

    /// <summary>Points that could be reached in all that is to be graded, finished or not.</summary>
    public int MaxScore => Exercises.Sum(e => e.MaxScore);

    /// <summary>How many checks have no result yet; none of a finished result.</summary>
    public int Pending => Exercises.Sum(e => e.Checks.Count(c => c.Status == CheckStatus.Pending));
}

/// <summary>What all processes of a hand-in may use together, in all its exercises.</summary>
/// <param name="ProcessorSeconds">Processor time, in seconds; a run that would begin after that is refused, with the verdict <c>limit</c>.</param>
/// <param name="MemoryBytes">What they may hold at one time beyond what the runtime itself takes in each; past that the largest is ended.</param>
public sealed record HandInLimits(double ProcessorSeconds, long MemoryBytes);

/// <summary>One exercise's result.</summary>
/// <param name="Id">The exercise's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Checks">Its checks, in the order in which it lists them.</param>
/// <param name="Output">What its program printed.</param>
/// <param name="Remarks">What is to be said of the hand-in beside its checks, a sentence each: what of it was taken otherwise than it was handed in, or not at all, and why; what it does that costs no points.</param>
public sealed record ExerciseResult(string Id, LocalizedText Title, EquatableArray<CheckResult> Checks, ProgramOutput Output, EquatableArray<LocalizedText> Remarks = default)
{
    public int Score => Checks.Sum(c => c.Points);

    public int MaxScore => Checks.Sum(c => c.MaxPoints);
}

/// <summary>What the student's program printed in the run shown, cut in the middle when long.</summary>
public sealed record ProgramOutput(string Head, string Tail, long OmittedBytes)
{
    public static ProgramOutput None { get; } = new("", "", 0);
}

/// <summary>One check's result.</summary>
/// <param name="Id">The check's id, unique in its exercise.</param>
/// <param name="Title">The invariant in words.</param>
/// <param name="Status">Whether it held.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Points">Points reached: all or none.</param>
/// <param name="MaxPoints">Points that could be reached.</param>
/// <param name="Message">What was found, in words for the student.</param>
/// <param name="Hint">What to think about next; null where there is nothing to say.</param>
/// <param name="Scenario">The scenario in which it failed, or all of them when it passed.</param>
/// <param name="Tier">The tier of time in which it failed; null when it passed.</param>
/// <param name="ReliesOnTiming">Whether it failed only where sleeps and time-outs may take any time.</param>
/// <param name="Certainty">Whether this is a proof, a sample, or was seen in a real run.</param>
/// <param name="States">Distinct states searched.</param>
/// <param name="RealRuns">Runs of real processes.</param>
/// <param name="SampledRuns">Whole runs sampled, in memory over what the processes were seen to do, or of all processes.</param>
/// <param name="Bound">
/// What bounds the claim; null when nothing does. Of a proof, what it holds within ("within 40 operations a process"); of a
/// sample, how likely it was to show a fault.
/// </param>
/// <param name="Larger">The larger scenarios that were sampled besides those that were searched; null where there are none.</param>
/// <param name="Replay">The token that reproduces the failing interleaving; null when there is none.</param>
/// <param name="Cycle">The wait-for chain of a deadlock, one line a link; null when there is none.</param>
/// <param name="Timeline">The failing interleaving, step by step.</param>
public sealed record CheckResult(
    string Id,
    LocalizedText Title,
    CheckStatus Status,
    Verdict Verdict,
    int Points,
    int MaxPoints,
    LocalizedText Message,
    LocalizedText? Hint = null,
    LocalizedText? Scenario = null,
    Tier? Tier = null,
    bool ReliesOnTiming = false,
    Certainty Certainty = Certainty.None,
    long States = 0,
    int RealRuns = 0,
    int SampledRuns = 0,
    LocalizedText? Bound = null,
    LocalizedText? Larger = null,
    string? Replay = null,
    EquatableArray<LocalizedText>? Cycle = null,
    EquatableArray<TimelineStep> Timeline = default)
{
    /// <summary>Where in the student's own code it goes wrong; null where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Between? Between { get; init; }

    /// <summary>How many interleavings a proof covers, a decimal number; those that differ only in the order of steps that commute with everything count once. Null where nothing was proved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Interleavings { get; init; }

    /// <summary>Who and what takes part in the timeline; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Cast? Cast { get; init; }

    /// <summary>What stands for a check whose turn has not come.</summary>
    public static CheckResult NotYet(string id, LocalizedText title, int maxPoints) =>
        new(id, title, CheckStatus.Pending, Verdict.Pending, 0, maxPoints, ("Not graded yet.", "尚未评分。"));
}

/// <summary>One step of an interleaving.</summary>
/// <param name="Step">From 1.</param>
/// <param name="Agent">The process, by its name.</param>
/// <param name="Operation">What it did.</param>
/// <param name="Result">What it met; empty where there is nothing to say.</param>
/// <param name="Site">Where in the source; null when unknown.</param>
/// <param name="TimeMs">Virtual time since the run began, in milliseconds.</param>
public sealed record TimelineStep(int Step, string Agent, LocalizedText Operation, LocalizedText Result, CallSite? Site, double TimeMs)
{
    /// <summary>The process's id: see <see cref="Cast"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Process { get; init; }

    /// <summary>The id of the object or process that it is about; null where it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Object { get; init; }

    /// <summary>Since when its process had waited for it, and for whom; null where it could be done at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StepWait? Wait { get; init; }

    /// <summary>The steps of others that it came after because something was handed over; only the last ones, not what those came after; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableArray<StepEdge>? Edges { get; init; }

    /// <summary>How the objects stand that it changed; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableArray<ObjectView>? Changes { get; init; }
}

/// <summary>Durations in milliseconds, by name of the step; the only part of a result that varies.</summary>
/// <param name="TotalMs">The whole.</param>
/// <param name="Exercises">For each exercise, its steps: compile, rewrite, hosts, runs, checks.</param>
public sealed record Timing(double TotalMs, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Exercises);

/// <summary>Whether a check held.</summary>
public enum CheckStatus
{
    Passed,
    Failed,

    /// <summary>It could not be told; never a mark against the student.</summary>
    Error,

    /// <summary>Its turn has not come; a grading that was cut off leaves it so.</summary>
    Pending,
}

/// <summary>How a check came out.</summary>
public enum Verdict
{
    Passed,

    /// <summary>The invariant was broken.</summary>
    Violation,

    /// <summary>Nobody can go on, and somebody is not done.</summary>
    Deadlock,

    /// <summary>Processes go round without end or progress.</summary>
    Livelock,

    /// <summary>A loop used up its budget without asking for anything.</summary>
    Hang,

    /// <summary>An exception ended a process where none was expected.</summary>
    Crash,

    /// <summary>Processes were left behind.</summary>
    Leak,

    /// <summary>A limit was exceeded: memory, output, processes.</summary>
    Limit,

    CompileError,

    /// <summary>The code uses what the exercise does not allow.</summary>
    Policy,

    /// <summary>The same history led to different operations.</summary>
    Nondeterministic,

    /// <summary>The grader is to blame.</summary>
    GraderFault,

    /// <summary>There is none yet.</summary>
    Pending,
}

/// <summary>What a result rests on.</summary>
public enum Certainty
{
    /// <summary>Nothing was run, as after a compile error.</summary>
    None,

    /// <summary>Some schedules were run; another might differ.</summary>
    Sampled,

    /// <summary>Every schedule was covered, within <see cref="CheckResult.Bound"/> if that is given.</summary>
    Proved,
}

/// <summary>How time behaves in a scenario.</summary>
public enum Tier
{
    /// <summary>Deadlines fire only when no process can run; durations are exact.</summary>
    Strict,

    /// <summary>Sleeps and time-outs may take any time: no order rests on them.</summary>
    Loose,
}
