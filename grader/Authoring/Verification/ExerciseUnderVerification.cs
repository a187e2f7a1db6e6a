using ExerciseKit.Contract;
using ExerciseKit.Exercises;

namespace ExerciseKit.Authoring.Verification;

/// <summary>One exercise while its variants are graded one after another.</summary>
internal sealed class ExerciseUnderVerification
{
    private readonly VerificationScope scope;
    private readonly List<string> faults;
    private readonly List<VariantResult> results = [];
    private readonly Dictionary<string, List<string>> kills = [];

    /// <param name="root">The kit's root.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="known">What is known to be wrong with it before anything is graded.</param>
    /// <param name="scope">How much of it is graded.</param>
    public ExerciseUnderVerification(string root, Exercise exercise, IReadOnlyList<string> known, VerificationScope scope)
    {
        this.scope = scope;
        Exercise = exercise;
        Id = exercise.Id;
        (Variants, var unread) = new VariantReader(root, exercise).Read();
        if (scope.OnlyRightAnswers)
            Variants = [.. Variants.OfType<RightAnswer>()];
        faults = [.. known, .. unread];

        // That would look like a fault of the grader, and is the author's, who is told of it.
        if (ExerciseReview.CallsUnknownEntries(exercise))
            Variants = [];
    }

    public Exercise Exercise { get; }

    public string Id { get; }

    /// <summary>Takes what else is wrong with it.</summary>
    public void Blame(IEnumerable<string> more) => faults.AddRange(more);

    public IReadOnlyList<Variant> Variants { get; }

    /// <summary>Takes what a grading came to; of several of one hand-in the first that is not as expected is told.</summary>
    public VariantResult Record(GradedVariant graded)
    {
        var result = Judge(graded);
        var known = results.FindIndex(r => r.Name == result.Name);
        if (known < 0)
            results.Add(result);
        else if (results[known].Outcome == VariantOutcome.AsExpected)
            results[known] = result;
        if (graded.Result is { } exercise)
        {
            foreach (var check in exercise.Checks)
                kills.TryAdd(check.Id, []);
            if (graded.Variant is WrongAnswer)
            {
                foreach (var killed in WrongAnswer.Killers(exercise).Select(check => kills[check]).Where(names => !names.Contains(result.Name)))
                    killed.Add(result.Name);
            }
        }

        return result;
    }

    public ExerciseVerification Finish() =>
        new(Id, results.ToEquatableArray(), scope.OnlyRightAnswers ? [] : kills.Select(k => new CheckKills(k.Key, k.Value.ToEquatableArray())).ToEquatableArray(), faults.ToEquatableArray());

    private VariantResult Judge(GradedVariant graded)
    {
        var (variant, seed, result, fault) = graded;
        if (result is null)
            return new(Id, variant.Name, VariantOutcome.GraderFault, Under(seed, fault));
        return variant.Objection(result) is { } objection
            ? new(Id, variant.Name, VariantOutcome.Otherwise, Under(seed, objection))
            : new(Id, variant.Name, VariantOutcome.AsExpected, "");
    }

    private string Under(int seed, string message) => scope.Seeds == 1 ? message : $"With --seed {seed}: {message}";
}
