using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Submissions;
using Timing = ExerciseKit.Contract.Results.Timing;

namespace ExerciseKit.Grading;

/// <summary>The result in the making, which several exercises are written into at once.</summary>
/// <param name="submission">What is graded.</param>
/// <param name="request">How.</param>
/// <param name="outFile">Where each step of it is saved; null for nowhere.</param>
/// <param name="started">When it began, in ticks of <see cref="Stopwatch"/>.</param>
internal sealed class GradeLedger(Submission submission, GradeRequest request, OutFile? outFile, long started)
{
    private static readonly LocalizedText LineEnd = LocalizedText.Same("\n");

    private readonly Lock writing = new();
    private readonly List<GradeEntry> entries = [.. submission.Exercises.Select(e => new GradeEntry(e, request.Seed))];
    private readonly SortedDictionary<int, LocalizedText> faults = [];
    private readonly EquatableArray<LocalizedText> notes = MachineNotes.Take();

    /// <summary>Whether the last result could be saved, where there is a file for it.</summary>
    public bool CanBeSaved { get; private set; } = true;

    public Task<SandboxReport>? Sandbox { get; set; }

    /// <summary>What the hand-in's processes may use together.</summary>
    public HandInLimits? Budget { get; set; }

    /// <summary>How the grader failed, in the order of the exercises where it did; null where it did not.</summary>
    private LocalizedText? Fault => faults.Count > 0 ? LocalizedText.Join(LineEnd, faults.Values) : null;

    public GradeEntry Open(SubmittedExercise handIn) => entries[IndexOf(handIn)];

    /// <summary>The grader failed in one exercise.</summary>
    public void Blame(SubmittedExercise handIn, LocalizedText fault)
    {
        lock (writing)
            Add(IndexOf(handIn), fault);
    }

    /// <summary>The grader failed as a whole.</summary>
    public void Blame(LocalizedText fault)
    {
        lock (writing)
            Add(entries.Count, fault);
    }

    /// <summary>Writes down a check's result, and saves.</summary>
    public void Put(GradeEntry entry, CheckResult check)
    {
        lock (writing)
        {
            entry.Put(check);
            Save(isLast: false);
        }
    }

    /// <summary>Writes down what is to be said beside the checks.</summary>
    public void Remark(GradeEntry entry, LocalizedText remark)
    {
        lock (writing)
            entry.Remark(remark);
    }

    /// <summary>Writes down what the program printed.</summary>
    /// <returns>The exercise's result.</returns>
    public ExerciseResult Finish(GradeEntry entry, ProgramOutput output)
    {
        lock (writing)
        {
            entry.Output = output;
            return entry.Result();
        }
    }

    /// <summary>Saves what there is.</summary>
    public void Save()
    {
        lock (writing)
            Save(isLast: false);
    }

    /// <summary>Saves; what can't be saved is told all the same, with the reason.</summary>
    public void SaveLast()
    {
        lock (writing)
        {
            try
            {
                Save(isLast: true);
            }
            catch (GraderFaultException e)
            {
                if (Fault is null)
                    Add(entries.Count, e.Text);
            }
        }
    }

    public GradeResult Result()
    {
        lock (writing)
            return Written();
    }

    private int IndexOf(SubmittedExercise handIn) => entries.FindIndex(e => e.Id == handIn.Exercise.Id);

    private void Add(int exercise, LocalizedText fault) => faults[exercise] = faults.TryGetValue(exercise, out var before) ? LocalizedText.Join(LineEnd, [before, fault]) : fault;

    private void Save(bool isLast)
    {
        if (outFile is null)
            return;
        CanBeSaved = false;
        outFile.Write(Written(), isLast);
        CanBeSaved = true;
    }

    private GradeResult Written() => new(
        Grader.KitVersion,
        Fault is null && entries.TrueForAll(e => e.IsFinished),
        Fault,
        submission.Hash,
        request.Seed,
        entries.Select(e => e.Result()).ToEquatableArray(),
        new Timing(
            Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
            entries.ToDictionary(e => e.Id, e => e.Times.Milliseconds)),
        Sandbox is { IsCompletedSuccessfully: true } known ? known.Result : null,
        notes,
        Budget);
}
