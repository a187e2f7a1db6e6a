using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Grading;

/// <summary>One exercise's part of a result in the making.</summary>
internal sealed class GradeEntry(SubmittedExercise handIn, int seed)
{
    private readonly List<LocalizedText> remarks = [.. handIn.Remarks];

    public string Id => handIn.Exercise.Id;

    public StepTimes Times { get; } = new();

    /// <summary>Whether each of its checks has its result.</summary>
    public bool IsFinished => Checks.TrueForAll(c => c.Status != CheckStatus.Pending);

    private List<CheckResult> Checks { get; } = [.. Pending(handIn.Exercise.Id, seed)];

    public ProgramOutput Output { get; set; } = ProgramOutput.None;

    public void Put(CheckResult check)
    {
        var at = Checks.FindIndex(c => c.Id == check.Id);
        if (at < 0)
            Checks.Add(check);
        else
            Checks[at] = check;
    }

    public void Remark(LocalizedText remark) => remarks.Add(remark);

    public ExerciseResult Result() => new(Id, handIn.Exercise.Title, Checks.ToEquatableArray(), Output, remarks.ToEquatableArray());

    // What is wrong with them is told when their turn comes.
    private static IEnumerable<CheckResult> Pending(string exercise, int seed)
    {
        try
        {
            return CheckCatalog.Drawn(exercise, seed).Select(c => CheckResult.NotYet(c.Id, c.Title, c.Points));
        }
        catch (GraderFaultException)
        {
            return [];
        }
    }
}
