using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Authoring.Verification;

/// <summary>A hand-in whose outcome is known beforehand.</summary>
/// <param name="ExerciseId">The exercise that it answers.</param>
/// <param name="Name">What it is called in messages, such as <c>mutants/no-lock.cs</c>.</param>
/// <param name="Files">The student's files: names relative to the exercise's folder, and their text.</param>
internal abstract record Variant(string ExerciseId, string Name, EquatableArray<AnswerFile> Files)
{
    /// <summary>What is not as it must be; null when all is.</summary>
    public abstract string? Objection(ExerciseResult result);

    protected static string Told(CheckResult check) => $"{check.Id} came out as {Expectation.Name(check.Verdict)}: {check.Message.En}";
}

/// <summary>One of a hand-in's files.</summary>
internal sealed record AnswerFile(string Name, string Text);

/// <summary>What students are given; it must fail every check.</summary>
internal sealed record Stub(string ExerciseId, EquatableArray<AnswerFile> Files) : Variant(ExerciseId, "stub", Files)
{
    public override string? Objection(ExerciseResult result) =>
        result.Checks.FirstOrDefault(c => c.Status != CheckStatus.Failed) is { } check
            ? $"Every check must fail on the stub, but {Told(check)}"
            : null;
}

/// <summary>A hand-in that compiles and does nothing; it must get no points.</summary>
internal sealed record EmptyAnswer(string ExerciseId, EquatableArray<AnswerFile> Files) : Variant(ExerciseId, "does nothing", Files)
{
    public override string? Objection(ExerciseResult result)
    {
        if (result.Checks.FirstOrDefault(c => c.Verdict is Verdict.CompileError or Verdict.Policy or Verdict.GraderFault) is { } check)
            return $"Doing nothing must be graded like any answer, but {Told(check)}";
        return result.Score == 0
            ? null
            : $"Doing nothing must get no points, but gets {result.Score} for {string.Join(", ", result.Checks.Where(c => c.Points > 0).Select(c => c.Id))}.";
    }
}

/// <summary>A right answer; it must get full marks.</summary>
internal sealed record RightAnswer(string ExerciseId, string Name, EquatableArray<AnswerFile> Files) : Variant(ExerciseId, Name, Files)
{
    public override string? Objection(ExerciseResult result)
    {
        if (result.Checks.FirstOrDefault(c => c.Status != CheckStatus.Passed) is { } check)
            return $"A right answer must pass every check, but {Told(check)}";
        return result.Score == result.MaxScore ? null : $"A right answer must get full marks, but gets {result.Score} of {result.MaxScore}.";
    }
}

/// <summary>A wrong answer (mutant); it must fail the checks that it names, with a verdict that it names.</summary>
internal sealed record WrongAnswer(string ExerciseId, string Name, EquatableArray<AnswerFile> Files, Expectation Expectation)
    : Variant(ExerciseId, Name, Files)
{
    public override string? Objection(ExerciseResult result)
    {
        foreach (var id in Expectation.CheckIds)
        {
            var check = result.Checks.FirstOrDefault(c => c.Id == id);
            if (check is null)
                return $"It expects check \"{id}\" to fail, but the exercise has none of that id; it has {string.Join(", ", result.Checks.Select(c => c.Id))}.";
            if (check.Status != CheckStatus.Failed || !Expectation.Verdicts.Contains(check.Verdict))
                return $"{id} must fail with {string.Join(" or ", Expectation.Verdicts.Select(Expectation.Name))}, but {Told(check)}";
        }

        return null;
    }

    /// <summary>The checks that tell this answer from a right one. One that never ran tells nothing.</summary>
    public static IEnumerable<string> Killers(ExerciseResult result) =>
        result.Checks
            .Where(c => c.Status == CheckStatus.Failed && c.Verdict is not (Verdict.CompileError or Verdict.Policy))
            .Select(c => c.Id);
}
