using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Grades answers whose outcome is known, to tell whether the exercises' checks are right.</summary>
public sealed class Verifier
{
    /// <summary>In a grading either the grader works or one of its hosts.</summary>
    private static readonly int GradingsAtOnce = Environment.ProcessorCount;

    private readonly SandboxDemand demand = SandboxDemand.WhatThereIs;
    private readonly ExerciseCatalog catalog;
    private readonly GradingStep grade;
    private readonly Func<Exercise, IReadOnlyList<string>> review;
    private readonly GameVerification? games;

    /// <summary>Grades one hand-in, as <see cref="Grader.GradeAsync"/> does.</summary>
    internal delegate Task<GradeResult> GradingStep(GradeRequest request, SharedProcesses tools, CancellationToken cancellation);

    /// <summary>Processes that all gradings use.</summary>
    /// <param name="Preparers">Who compiles.</param>
    /// <param name="Hosts">Who runs the answers; null for hosts of a grading's own.</param>
    internal sealed record SharedProcesses(Preparers Preparers, HostPools? Hosts);

    /// <param name="root">The kit's root folder, which holds <c>exercises/</c> and <c>solutions/</c>.</param>
    /// <param name="requireSandbox">Whether a machine that can't keep processes in a sandbox is the grader's fault.</param>
    /// <exception cref="BadInputException">The exercises can't be read.</exception>
    public Verifier(string root, bool requireSandbox = false)
        : this(
            root,
            (request, tools, cancellation) => new Grader(root, tools.Preparers) { SharedHosts = tools.Hosts }.GradeAsync(request with { RequireSandbox = requireSandbox }, null, cancellation),
            ExerciseReview.FaultsOf) => (demand, games) = (requireSandbox ? SandboxDemand.Everything : SandboxDemand.WhatThereIs, new GameVerification(root));

    internal Verifier(string root, GradingStep grade, Func<Exercise, IReadOnlyList<string>>? review = null)
    {
        catalog = ExerciseCatalog.Load(root);
        this.grade = grade;
        this.review = review ?? (_ => []);
    }

    /// <summary>Verifies the exercises named, or all of them.</summary>
    /// <param name="ids">The exercises' ids; empty for all.</param>
    /// <param name="progress">Told of each known hand-in as soon as it was graded.</param>
    /// <param name="cancellation">Ends it between and within gradings.</param>
    /// <param name="scope">How much is verified; null for each hand-in once.</param>
    /// <exception cref="BadInputException">An id is unknown.</exception>
    public async Task<VerificationResult> VerifyAsync(IReadOnlyList<string> ids, IProgress<VariantResult>? progress, CancellationToken cancellation, VerificationScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(ids);
        scope ??= new VerificationScope();
        var exercises = catalog.Named(ids).Select(exercise => new ExerciseUnderVerification(catalog.Root, exercise, review(exercise), scope)).ToList();
        var rounds = exercises.Max(e => e.Variants.Count) * scope.Seeds;

        // One variant of each exercise a round: what a grading costs at its start is paid once for all of them.
        await using var preparers = new Preparers();
        await using var hosts = new HostPools(demand);
        var tools = new SharedProcesses(preparers, hosts);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var gradings = new Queue<Task<IReadOnlyList<GradedVariant>>>();
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                var (place, seed) = (round / scope.Seeds, 1 + round % scope.Seeds);
                var variants = exercises.Where(e => place < e.Variants.Count).Select(e => e.Variants[place]).ToList();
                gradings.Enqueue(Task.Run(() => GradeAsync(variants, seed, tools, ending.Token), ending.Token));
                // The first goes alone: it evaluates the exercises' projects, which changes the environment of this whole process for a while.
                if (round == 0 || gradings.Count == GradingsAtOnce)
                    Record(await gradings.Dequeue());
            }

            while (gradings.TryDequeue(out var grading))
                Record(await grading);
            foreach (var exercise in games is null || scope.OnlyRightAnswers ? [] : exercises)
                exercise.Blame(await games!.FaultsAsync(exercise.Exercise, preparers, ending.Token));
        }
        finally
        {
            // One that failed has been told of; the others are not waited out.
            await ending.CancelAsync();
            await ((Task)Task.WhenAll(gradings)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new(exercises.Select(e => e.Finish()).ToEquatableArray());

        void Record(IReadOnlyList<GradedVariant> graded)
        {
            foreach (var one in graded)
            {
                var recorded = exercises.Single(e => e.Id == one.Variant.ExerciseId).Record(one);
                progress?.Report(recorded);
            }
        }
    }

    /// <summary>Grades answers in hosts that others have run in before. What one of those has left there may be all that is unexpected: that is tried again in new ones.</summary>
    private async Task<IReadOnlyList<GradedVariant>> GradeAsync(List<Variant> variants, int seed, SharedProcesses tools, CancellationToken cancellation)
    {
        var graded = await GradeOnceAsync(variants, seed, tools, cancellation);
        var doubtful = graded.Where(g => g.Result is null || g.Variant.Objection(g.Result) is not null).Select(g => g.Variant).ToList();
        return doubtful.Count == 0
            ? graded
            : [.. graded.Where(g => !doubtful.Contains(g.Variant)), .. await GradeOnceAsync(doubtful, seed, tools with { Hosts = null }, cancellation)];
    }

    private async Task<IReadOnlyList<GradedVariant>> GradeOnceAsync(List<Variant> variants, int seed, SharedProcesses tools, CancellationToken cancellation)
    {
        using var handIn = VariantHandIn.Write(variants);
        string fault;
        try
        {
            var request = new GradeRequest(handIn.Path, [.. variants.Select(v => v.ExerciseId)], seed);
            var result = await grade(request, tools, cancellation);
            if (result.Gradable)
                return [.. variants.Select(v => GradedVariant.From(result, v, seed))];
            fault = result.Fault?.En ?? "The grader gave no reason.";
        }
        catch (GraderFaultException e)
        {
            fault = e.Message;
        }

        if (variants.Count == 1)
            return [GradedVariant.Faulty(variants[0], seed, fault)];

        // One variant that brings the grader down must not hide what the others come to.
        var results = new List<GradedVariant>();
        foreach (var variant in variants)
            results.AddRange(await GradeOnceAsync([variant], seed, tools, cancellation));
        return results;
    }
}
