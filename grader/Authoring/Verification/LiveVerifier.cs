using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Preparation;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Runs each solution once in its larger setting, with real processes and the real clock.</summary>
public sealed class LiveVerifier
{
    /// <summary>What starting processes may take beside the program's own sleeps.</summary>
    internal static readonly TimeSpan Allowance = TimeSpan.FromSeconds(3);

    private readonly ExerciseCatalog catalog;
    private readonly PlainCompilation compiler = new();
    private readonly ProjectEvaluator evaluator = new(AppContext.BaseDirectory, EvaluationCache.ForUser());

    /// <param name="root">The kit's root folder, which holds <c>exercises/</c> and <c>solutions/</c>.</param>
    /// <exception cref="BadInputException">The exercises can't be read.</exception>
    public LiveVerifier(string root) => catalog = ExerciseCatalog.Load(root);

    /// <summary>Runs the solutions of the exercises named, or of all, one after another.</summary>
    /// <param name="ids">The exercises' ids; empty for all.</param>
    /// <param name="progress">Told of each run as it ends.</param>
    /// <param name="cancellation">Ends it between and within runs.</param>
    /// <exception cref="BadInputException">An id is unknown.</exception>
    public async Task<EquatableArray<LiveVerification>> VerifyAsync(IReadOnlyList<string> ids, IProgress<LiveVerification>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var runs = new List<LiveVerification>();
        foreach (var exercise in catalog.Named(ids))
        {
            var run = await RunAsync(exercise, cancellation).ConfigureAwait(false);
            runs.Add(run);
            progress?.Report(run);
        }

        return runs.ToEquatableArray();
    }

    private async Task<LiveVerification> RunAsync(Exercise exercise, CancellationToken cancellation)
    {
        if (CheckCatalog.Of(exercise.Id).Live is not { } live)
            return new(exercise.Id, "", null, TimeSpan.Zero, $"It has no larger setting: override Live in exercises/{exercise.Id}/checks.");
        var solution = new VariantReader(catalog.Root, exercise).Read().Variants.OfType<RightAnswer>().FirstOrDefault();
        if (solution is null)
            return new(exercise.Id, live.Scenario.Name.En, null, live.Sleeps, $"solutions/{exercise.Id} holds no solution.");
        var folder = Directory.CreateTempSubdirectory("exercisekit-live-");
        try
        {
            return await RunAsync(exercise, solution, live, folder.FullName, cancellation).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<LiveVerification> RunAsync(Exercise exercise, RightAnswer solution, LiveRun live, string folder, CancellationToken cancellation)
    {
        var files = solution.Files.Select(f => new SourceFile(f.Name, System.Text.Encoding.UTF8.GetBytes(f.Text))).ToEquatableArray();
        var order = PreparationOrder.For(exercise, files, evaluator, cancellation);
        if (compiler.Compile(order, cancellation) is not { } compiled)
            return new(exercise.Id, live.Scenario.Name.En, null, live.Sleeps, $"The solution does not compile, or lacks the entry; `kit grade solutions --exercise {exercise.Id}` tells more.");
        var assembly = Path.Combine(folder, exercise.Id + ".dll");
        await File.WriteAllBytesAsync(assembly, compiled.Assembly, cancellation).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.ChangeExtension(assembly, ".pdb"), compiled.Symbols, cancellation).ConfigureAwait(false);
        var (exitCode, errors, took) = await LiveProcess.RunAsync(assembly, compiled.EntryType, live, folder, cancellation).ConfigureAwait(false);
        return new(exercise.Id, live.Scenario.Name.En, took, live.Sleeps, Objection(exitCode, errors, took, live));
    }

    private static string? Objection(int? exitCode, string errors, TimeSpan took, LiveRun live) => exitCode switch
    {
        null => "It did not end, and was killed.",
        0 when errors.Length > 0 && !live.Scenario.ExpectsCrashes => $"It ended, but said: {errors.Trim()}",
        0 when took > live.Sleeps + Allowance => $"It took {took.TotalSeconds:F1} s; its sleeps take {live.Sleeps.TotalSeconds} s, and {Allowance.TotalSeconds} s more is allowed.",
        0 when took < live.Sleeps => $"It took {took.TotalSeconds:F1} s, less than its sleeps: {live.Sleeps.TotalSeconds} s.",
        0 => null,
        _ => $"It ended with exit code {exitCode}: {errors.Trim()}",
    };
}

/// <summary>One solution run in real time.</summary>
/// <param name="ExerciseId">The exercise.</param>
/// <param name="Scenario">The setting.</param>
/// <param name="Took">How long it took, the start of its processes included; null where it was not run.</param>
/// <param name="Sleeps">How long its sleeps take.</param>
/// <param name="Objection">What was not as it must be; null when all was.</param>
public sealed record LiveVerification(string ExerciseId, string Scenario, TimeSpan? Took, TimeSpan Sleeps, string? Objection);
