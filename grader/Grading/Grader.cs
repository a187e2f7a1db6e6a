using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Grading;

/// <summary>Grades a hand-in.</summary>
public sealed class Grader
{
    /// <summary>More exercises than these are never graded at once: each needs some hosts of its own.</summary>
    internal const int MaxLanes = 4;

    private readonly string root;
    private readonly SearchBudget budget;
    private readonly SandboxDemand? demand;
    private readonly Preparers? preparers;

    /// <param name="root">The kit's root folder, which holds <c>exercises/</c>.</param>
    public Grader(string root)
        : this(root, new SearchBudget())
    {
    }

    /// <param name="root">The kit's root folder, which holds <c>exercises/</c>.</param>
    /// <param name="preparers">Who compiles, for several gradings.</param>
    public Grader(string root, Preparers preparers)
        : this(root, new SearchBudget(), preparers: preparers)
    {
    }

    /// <param name="root">The kit's root folder.</param>
    /// <param name="budget">What each search may use.</param>
    /// <param name="demand">The sandbox, whatever a request says; null for what it says.</param>
    /// <param name="preparers">Who compiles, for several gradings; null for some of each grading's own.</param>
    internal Grader(string root, SearchBudget budget, SandboxDemand? demand = null, Preparers? preparers = null) =>
        (this.root, this.budget, this.demand, this.preparers) = (root, budget, demand, preparers);

    /// <summary>The first lane's hosts of its one grading, made ahead; they are ended with it. Null for some that are made when it begins.</summary>
    internal HostPool? Hosts { get; init; }

    /// <summary>Hosts for several gradings; null for some of this grading's own.</summary>
    public HostPools? SharedHosts { get; init; }

    /// <summary>How many exercises are graded at once at most; who grades several hand-ins at once wants one.</summary>
    internal int Lanes { get; init; } = MaxLanes;

    /// <summary>The kit's version, as results name it.</summary>
    public static string KitVersion { get; } =
        typeof(Grader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Grades, telling what it does as it goes. A fault of the grader is part of the result, and the finished checks are kept.</summary>
    /// <exception cref="BadInputException">There is nothing to grade at the path.</exception>
    public async Task<GradeResult> GradeAsync(GradeRequest request, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        // Before grading, since a result with nowhere to go would be lost after it.
        var outFile = request.OutFile is { } path ? OutFile.At(path) : null;
        var catalog = ExerciseCatalog.Load(root);
        var submission = SubmissionReader.Read(request.Path, request.Files, catalog, request.ExerciseIds);
        var ledger = new GradeLedger(submission, request, outFile, started);
        try
        {
            var handInBudget = HandInBudget.Standard;
            ledger.Budget = handInBudget.Limits;
            ledger.Save();
            await using var first = await LendAsync(handInBudget, Hosts ?? (SharedHosts is null ? new HostPool(demand ?? request.Demand, report => progress?.Report(new WallsKnown(report)), handInBudget) : null)).ConfigureAwait(false);
            if (request.RequireSandbox)
                await first.Hosts.ReportAsync().ConfigureAwait(false);
            ledger.Sandbox = first.Hosts.ReportAsync();
            await using var own = preparers is null ? new Preparers() : null;
            // One compiler at a time: it is cold at first, and a second one would be so, too.
            using var compiling = new SemaphoreSlim(1);
            var preparation = new HandInPreparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()), (order, token) => InTurnAsync(compiling, () => (preparers ?? own!).PrepareAsync(order, token), token));
            var waiting = new ConcurrentQueue<SubmittedExercise>(submission.Exercises);
            using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await AllAsync([.. Enumerable.Range(0, LanesFor(submission)).Select(lane => lane == 0 ? WorkAsync(first) : WorkInOwnAsync())], cancellation).ConfigureAwait(false);
            await ledger.Sandbox.ConfigureAwait(false);

            async Task WorkInOwnAsync()
            {
                await using var further = await LendAsync(handInBudget, SharedHosts is null ? new HostPool(demand ?? request.Demand, told: null, handInBudget) : null).ConfigureAwait(false);
                await WorkAsync(further).ConfigureAwait(false);
            }

            async Task WorkAsync(LentHosts lent)
            {
                var grading = new ExerciseGrading(preparation, lent.Hosts, request.Seed, request.RequireProof, budget) { CheckIds = request.CheckIds };
                try
                {
                    while (waiting.TryDequeue(out var handIn))
                        await Task.Run(() => TryGradeAsync(grading, handIn, ledger, progress, rest.Token), rest.Token).ConfigureAwait(false);
                    lent.AreAtRest = true;
                }
                catch
                {
                    await rest.CancelAsync().ConfigureAwait(false);
                    throw;
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException and not BadInputException)
        {
            ledger.Blame(WordsOf(e));
        }

        ledger.SaveLast();
        return ledger.Result();
    }

    private async Task<LentHosts> LendAsync(HandInBudget handInBudget, HostPool? own) =>
        new(own ?? await SharedHosts!.TakeAsync(handInBudget).ConfigureAwait(false), own is null ? SharedHosts : null);

    private static async Task<T> InTurnAsync<T>(SemaphoreSlim turn, Func<Task<T>> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits for all; what ended one counts, not that the others were told to stop then.</summary>
    private static async Task AllAsync(Task[] lanes, CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(lanes).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && Array.Find(lanes, lane => lane.IsFaulted) is { } failed)
        {
            await failed.ConfigureAwait(false);
        }
    }

    /// <summary>How many exercises are graded at once: they have nothing in common but the machine.</summary>
    private int LanesFor(Submission submission) => Math.Clamp(Math.Min(Environment.ProcessorCount, submission.Exercises.Count), 1, Lanes);

    /// <summary>Grades an exercise. A fault in it is told, and stops no other.</summary>
    private static async Task TryGradeAsync(ExerciseGrading grading, SubmittedExercise handIn, GradeLedger ledger, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            await GradeOneAsync(grading, handIn, ledger, progress, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not BadInputException && ledger.CanBeSaved)
        {
            ledger.Blame(handIn, WordsOf(e).Select(words => $"{handIn.Exercise.Id}: {words}"));
        }
    }

    private static LocalizedText WordsOf(Exception e) => e is GraderFaultException fault ? fault.Text : ($"The grader failed: {e}", $"评分程序出错：“{e}”");

    private static async Task GradeOneAsync(ExerciseGrading grading, SubmittedExercise handIn, GradeLedger ledger, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        var id = handIn.Exercise.Id;
        progress?.Report(new ExerciseStarted(id, handIn.Exercise.Title));
        var entry = ledger.Open(handIn);
        var output = await grading.GradeAsync(
            handIn,
            entry.Times,
            step => progress?.Report(new StepStarted(id, step)),
            remark => ledger.Remark(entry, remark),
            check =>
            {
                ledger.Put(entry, check);
                progress?.Report(new CheckFinished(id, check));
            },
            cancellation).ConfigureAwait(false);
        // Written down whether anybody listens or not.
        var result = ledger.Finish(entry, output);
        progress?.Report(new ExerciseFinished(result) { Hash = SubmissionHash.Of([handIn]) });
    }
}
