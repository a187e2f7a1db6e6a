using ExerciseKit.Contract.Results;

namespace ExerciseKit.Authoring.Verification;

/// <summary>What grading a variant gave: a result, or the grader's fault.</summary>
internal sealed record GradedVariant(Variant Variant, int Seed, ExerciseResult? Result, string Fault)
{
    public static GradedVariant Faulty(Variant variant, int seed, string fault) => new(variant, seed, null, fault);

    public static GradedVariant From(GradeResult result, Variant variant, int seed)
    {
        var exercise = result.Exercises.FirstOrDefault(e => e.Id == variant.ExerciseId);
        if (exercise is null)
            return Faulty(variant, seed, $"The result has no exercise {variant.ExerciseId}.");
        if (exercise.Checks.Count == 0)
            return Faulty(variant, seed, $"The result has no checks for {variant.ExerciseId}; write some under exercises/{variant.ExerciseId}/checks.");
        return new(variant, seed, exercise, "");
    }
}
