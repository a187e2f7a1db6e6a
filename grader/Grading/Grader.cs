using System.Diagnostics;
using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Evaluation;
using Timing = ExerciseKit.Contract.Results.Timing;

namespace ExerciseKit.Grading;

/// <summary>Grades a hand-in.</summary>
public sealed class Grader
{
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
        var submission = SubmissionReader.Read(request.Path, catalog, request.ExerciseIds);
        var ledger = new Ledger(submission, request, outFile, started);
        try
        {
            ledger.Save();
            await using var pool = new HostPool(demand ?? request.Demand, report => progress?.Report(new WallsKnown(report)));
            if (request.RequireSandbox)
                await pool.ReportAsync().ConfigureAwait(false);
            ledger.Sandbox = pool.ReportAsync();
            await using var own = preparers is null ? new Preparers() : null;
            var preparation = new HandInPreparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()), (preparers ?? own!).PrepareAsync);
            var grading = new ExerciseGrading(preparation, pool, request.Seed, request.RequireProof, budget);
            foreach (var handIn in submission.Exercises)
                await TryGradeAsync(grading, handIn, ledger, progress, cancellation).ConfigureAwait(false);
            await ledger.Sandbox.ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not BadInputException)
        {
            ledger.Blame(WordsOf(e));
        }

        ledger.SaveLast();
        return ledger.Result();
    }

    /// <summary>Grades an exercise. A fault in it is told, and stops no other.</summary>
    private static async Task TryGradeAsync(ExerciseGrading grading, SubmittedExercise handIn, Ledger ledger, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            await GradeOneAsync(grading, handIn, ledger, progress, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not BadInputException && ledger.CanBeSaved)
        {
            ledger.Blame($"{handIn.Exercise.Id}: {WordsOf(e)}");
        }
    }

    private static string WordsOf(Exception e) => e is GraderFaultException ? e.Message : $"The grader failed: {e}";

    private static async Task GradeOneAsync(ExerciseGrading grading, SubmittedExercise handIn, Ledger ledger, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        var id = handIn.Exercise.Id;
        progress?.Report(new ExerciseStarted(id, handIn.Exercise.Title.En));
        var entry = ledger.Open(handIn);
        entry.Output = await grading.GradeAsync(
            handIn,
            entry.Times,
            step => progress?.Report(new StepStarted(id, step)),
            entry.Remark,
            check =>
            {
                entry.Put(check);
                ledger.Save();
                progress?.Report(new CheckFinished(id, check));
            },
            cancellation).ConfigureAwait(false);
        progress?.Report(new ExerciseFinished(entry.Result()));
    }

    /// <summary>The result in the making.</summary>
    private sealed class Ledger(Submission submission, GradeRequest request, OutFile? outFile, long started)
    {
        private readonly List<Entry> entries = [.. submission.Exercises.Select(e => new Entry(e, request.Seed))];
        private readonly EquatableArray<string> notes = MachineNotes.Take();

        /// <summary>How the grader failed, in each exercise where it did; null where it did not.</summary>
        public string? Fault { get; private set; }

        /// <summary>Whether the last result could be saved, where there is a file for it.</summary>
        public bool CanBeSaved { get; private set; } = true;

        public Task<SandboxReport>? Sandbox { get; set; }

        public Entry Open(SubmittedExercise handIn) => entries.Single(e => e.Id == handIn.Exercise.Id);

        public void Blame(string fault) => Fault = Fault is null ? fault : $"{Fault}\n{fault}";

        public void Save(bool isLast = false)
        {
            if (outFile is null)
                return;
            CanBeSaved = false;
            outFile.Write(Result(), isLast);
            CanBeSaved = true;
        }

        /// <summary>Saves; what can't be saved is told all the same, with the reason.</summary>
        public void SaveLast()
        {
            try
            {
                Save(isLast: true);
            }
            catch (GraderFaultException e)
            {
                if (Fault is null)
                    Blame(e.Message);
            }
        }

        public GradeResult Result() => new(
            KitVersion,
            Fault is null && entries.TrueForAll(e => e.IsFinished),
            Fault,
            submission.Hash,
            request.Seed,
            entries.Select(e => e.Result()).ToEquatableArray(),
            new Timing(
                Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
                entries.ToDictionary(e => e.Id, e => e.Times.Milliseconds)),
            Sandbox is { IsCompletedSuccessfully: true } known ? known.Result : null,
            notes);
    }

    private sealed class Entry(SubmittedExercise handIn, int seed)
    {
        private readonly List<string> remarks = [.. handIn.Remarks];

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

        public void Remark(string remark) => remarks.Add(remark);

        public ExerciseResult Result() => new(Id, handIn.Exercise.Title.En, Checks.ToEquatableArray(), Output, remarks.ToEquatableArray());
    }
}
