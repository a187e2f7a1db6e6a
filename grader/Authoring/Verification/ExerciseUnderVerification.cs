using ExerciseKit.Contract;
using ExerciseKit.Exercises;

namespace ExerciseKit.Authoring.Verification;

/// <summary>One exercise while its variants are graded one after another.</summary>
internal sealed class ExerciseUnderVerification
{
    private readonly IReadOnlyList<string> faults;
    private readonly List<VariantResult> results = [];
    private readonly Dictionary<string, List<string>> kills = [];

    /// <param name="root">The kit's root.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="known">What is known to be wrong with it before anything is graded.</param>
    public ExerciseUnderVerification(string root, Exercise exercise, IReadOnlyList<string> known)
    {
        Id = exercise.Id;
        (Variants, var unread) = new VariantReader(root, exercise).Read();
        faults = [.. known, .. unread];

        // That would look like a fault of the grader, and is the author's, who is told of it.
        if (ExerciseReview.CallsUnknownEntries(exercise))
            Variants = [];
    }

    public string Id { get; }

    public IReadOnlyList<Variant> Variants { get; }

    public VariantResult Record(Variant variant, GradedVariant graded)
    {
        var result = Judge(variant, graded);
        results.Add(result);
        if (graded.Result is { } exercise)
        {
            foreach (var check in exercise.Checks)
                kills.TryAdd(check.Id, []);
            if (variant is WrongAnswer)
            {
                foreach (var check in WrongAnswer.Killers(exercise))
                    kills[check].Add(variant.Name);
            }
        }

        return result;
    }

    public ExerciseVerification Finish() =>
        new(Id, results.ToEquatableArray(), kills.Select(k => new CheckKills(k.Key, k.Value.ToEquatableArray())).ToEquatableArray(), faults.ToEquatableArray());

    private VariantResult Judge(Variant variant, GradedVariant graded)
    {
        if (graded.Result is null)
            return new(Id, variant.Name, VariantOutcome.GraderFault, graded.Fault);
        return variant.Objection(graded.Result) is { } objection
            ? new(Id, variant.Name, VariantOutcome.Otherwise, objection)
            : new(Id, variant.Name, VariantOutcome.AsExpected, "");
    }
}
