using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Playing;

/// <summary>Proves whether a program is right where a missing line is put in: by grading it as any hand-in.</summary>
/// <param name="root">The kit's root folder.</param>
/// <param name="exercise">The exercise.</param>
/// <param name="preparers">Who compiles; null for some of each grading's own.</param>
public sealed class RepairProof(string root, Exercise exercise, Preparers? preparers = null)
{
    private readonly ExerciseGames games = exercise?.Games ?? throw new ArgumentException("The exercise offers no game.", nameof(exercise));

    /// <summary>Where the program lies.</summary>
    public string Program => Path.Combine(exercise.Folder, games.Program);

    /// <summary>Puts the line in, and grades.</summary>
    /// <param name="line">Before which line of the program.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether every check passed, and what was found.</returns>
    public async Task<(bool IsRight, LocalizedText Message)> TryAsync(int line, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("kit-repair-");
        try
        {
            var file = Path.Combine(folder.FullName, exercise.Files[0]);
            await File.WriteAllTextAsync(file, games.Repair!.Patched(await File.ReadAllTextAsync(Program, cancellation).ConfigureAwait(false), line), cancellation).ConfigureAwait(false);
            var grader = new Grader(root, new SearchBudget(), preparers: preparers);
            var result = await grader.GradeAsync(new GradeRequest(folder.FullName, [exercise.Id]) { Files = [new GatheredFile(exercise.Files[0], file)] }, null, cancellation).ConfigureAwait(false);
            if (result.Fault is { } fault)
                return (false, fault);
            var checks = result.Exercises[0].Checks;
            return checks.FirstOrDefault(c => c.Status != CheckStatus.Passed) is { } failed
                ? (false, ($"{failed.Title.En}: {failed.Message.En}", $"{failed.Title.Zh}：{failed.Message.Zh}"))
                : (true, Proved(checks));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static LocalizedText Proved(EquatableArray<CheckResult> checks) => checks.All(c => c.Certainty == Certainty.Proved)
        ? ($"Every check holds in every interleaving: {checks.Sum(c => c.States):N0} states were gone through.", $"所有检查项在每一种执行顺序下都成立：共走过 {checks.Sum(c => c.States):N0} 个状态。")
        : ("Every check holds.", "所有检查项都成立。");
}
