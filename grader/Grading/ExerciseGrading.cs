using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Kernel;
using Trace = ExerciseKit.Exploration.Traces.Trace;

namespace ExerciseKit.Grading;

/// <summary>Grades one exercise of a hand-in, check by check.</summary>
internal sealed class ExerciseGrading(HandInPreparation preparation, HostPool pool, int seed, bool requireProof, SearchBudget budget)
{
    private const int KeptOutputChars = 4000;

    /// <summary>The checks to look at; none for all.</summary>
    public IReadOnlyList<string> CheckIds { get; init; } = [];

    /// <summary>Grades.</summary>
    /// <param name="handIn">The student's files.</param>
    /// <param name="times">Takes the time of each step.</param>
    /// <param name="step">Told what is being done now.</param>
    /// <param name="remark">Told what is to be said of the hand-in beside its checks.</param>
    /// <param name="finished">Given each check's result as it comes; a second one of the same check takes the first one's place.</param>
    /// <returns>What the program printed in the run shown.</returns>
    public async Task<ProgramOutput> GradeAsync(SubmittedExercise handIn, StepTimes times, Action<LocalizedText> step, Action<LocalizedText> remark, Action<CheckResult> finished, CancellationToken cancellation)
    {
        var told = finished;
        finished = result => told(OrdinarySize.Of(result));
        var checks = CheckCatalog.Drawn(handIn.Exercise.Id, seed, handIn.Exercise.Limits).Where(c => CheckIds.Count == 0 || CheckIds.Contains(c.Id)).ToList();
        step(("compiling", "正在编译"));
        var prepared = await preparation.PrepareAsync(handIn, pool.Folder, times.Add, cancellation).ConfigureAwait(false);
        if (prepared is Unfit unfit)
        {
            foreach (var check in checks)
                finished(Unrun(check, unfit));
            return ProgramOutput.None;
        }

        var program = ((Prepared)prepared).Program;
        foreach (var leftOut in ((Prepared)prepared).Remarks)
            remark(leftOut);
        await pool.LimitAsync(LimitsOfExercise.ForHosts(handIn.Exercise.Limits)).ConfigureAwait(false);
        var startingBefore = pool.Starting;
        var tokens = new ReplayTokens(handIn, seed);
        var sentences = new Sentences(checks);
        var sampler = new CheckSampler(program, pool, seed, tokens, sentences, step);
        var (cautions, cautionsTold) = (((Prepared)prepared).Cautions, 0);
        pool.ReusesHosts = true;
        var probe = new BehaviourProbe(program, pool, cancellation);
        var telling = new SearchTelling(step);
        try
        {
            var explorer = ExplorerOf(program, probe);
            if (!await TryProveAsync(explorer, isLast: false).ConfigureAwait(false))
            {
                // What an earlier run has left in its host may be all that differed: whatever is learnt now is learnt in new ones.
                step(("exploring again, each run in a host of its own", "重新探索，每次运行都用新的宿主进程"));
                probe.Release();
                pool.ReusesHosts = false;
                probe = new BehaviourProbe(program, pool, cancellation);
                explorer = ExplorerOf(program, probe);
                await TryProveAsync(explorer, isLast: true).ConfigureAwait(false);
            }

            foreach (var busy in BusyWaitRemarks.On(explorer.BusyWaits))
                remark(busy);
            var shown = checks[0].Parts.First().Scenarios[0];
            return OutputOf(sampler.RunOf(shown) ?? SampleOf(explorer, shown, cancellation));
        }
        finally
        {
            probe.Release();
            times.Add("hosts", pool.Starting - startingBefore);
        }

        async Task<bool> TryProveAsync(Explorer explorer, bool isLast)
        {
            var prover = new CheckProver(explorer, budget, new Confirmation(program, pool), tokens, sentences, file => !handIn.Exercise.Given.Contains(file));
            var passed = new List<Check>();
            foreach (var check in checks)
            {
                explorer.Told = telling.Tell;
                telling.Begin(($"exploring: {check.Title.En}", $"正在探索：{check.Title.Zh}"));
                var proof = await ProofOfAsync(prover, check, isLast).ConfigureAwait(false);
                switch (proof)
                {
                    case Decided { Result: var result }:
                        if (result.Status == CheckStatus.Passed)
                            passed.Add(check);
                        if (result is { Status: CheckStatus.Failed, Verdict: Verdict.Violation })
                            result = Cautioned(result);
                        finished(requireProof && result is { Status: CheckStatus.Passed, Certainty: not Certainty.Proved } ? WithoutPoints(result) : result);
                        break;
                    case Unprovable when !isLast:
                        return false;
                    case Unprovable unprovable:
                        // What sampling shows proves nothing anyway, and takes hundreds of runs.
                        pool.ReusesHosts = true;
                        // What was proved before rests on behaviour that turns out not to be the same every time.
                        foreach (var undone in passed.Append(check))
                            finished(await times.MeasureAsync("runs", () => sampler.TellAsync(undone, unprovable, cancellation)).ConfigureAwait(false));
                        passed.Clear();
                        break;
                    default:
                        throw new UnreachableException();
                }
            }

            return true;
        }

        // Where a process changes its copy only, what is missing is told by that; a hint on what others may do meanwhile speaks of another fault.
        CheckResult Cautioned(CheckResult failed)
        {
            foreach (var caution in cautions.Skip(cautionsTold))
                remark(caution);
            cautionsTold = cautions.Count;
            return cautions.Count > 0 && failed.Between is not { Kind: BetweenKind.Interrupted } ? failed with { Hint = null } : failed;
        }

        async Task<Proof> ProofOfAsync(CheckProver prover, Check check, bool isLast)
        {
            try
            {
                return await times.MeasureAsync("checks", () => prover.ProveAsync(check, cancellation)).ConfigureAwait(false);
            }
            catch (UnforeseenRunException e) when (!isLast)
            {
                return new Unprovable((e.Message, $"真实进程的运行与搜索的预测不符（“{e.Message}”）。"));
            }
        }
    }

    private Explorer ExplorerOf(StudentProgram program, BehaviourProbe probe) =>
        new(program.EntryType, seed, new BehaviourLibrary(probe, tasksLeaveNothing: !program.KeepsStatics), budget, program.MaxProcesses);

    private static Trace? SampleOf(Explorer explorer, Scenario scenario, CancellationToken cancellation)
    {
        try
        {
            return explorer.Explore(new Setting(scenario, Tier.Strict), [], cancellation) switch
            {
                Broken broken => broken.Trace,
                Covered { Samples: [var sample, ..] } => sample,
                _ => null,
            };
        }
        catch (Exception e) when (e is NondeterminismException or CondemnedProcessException)
        {
            // Its checks have told that already.
            return null;
        }
    }

    private static CheckResult WithoutPoints(CheckResult sampled) => sampled with
    {
        Status = CheckStatus.Error,
        Verdict = Verdict.Limit,
        Points = 0,
        Message = (
            $"A proof is demanded here (--require-proof), and there is none: {sampled.Message.En}{(sampled.Bound is { } bound ? $" It was looked at {bound.En}." : "")}",
            $"这里要求给出证明（--require-proof），但没有得到证明：{sampled.Message.Zh}{(sampled.Bound is { } limits ? $"检查的范围：{limits.Zh}。" : "")}"),
    };

    private static CheckResult Unrun(Check check, Unfit unfit) =>
        new(check.Id, check.Title, CheckStatus.Failed, unfit.Verdict, 0, check.Points, unfit.Message);

    /// <summary>What one schedule prints; every schedule prints its own order.</summary>
    private static ProgramOutput OutputOf(Trace? trace)
    {
        if (trace is null)
            return ProgramOutput.None;
        var lines = trace.Steps.SelectMany(s => s.Events).OfType<LinePrinted>().Select(l => l.Line + "\n");
        var text = string.Concat(lines);
        if (text.Length <= 2 * KeptOutputChars)
            return new ProgramOutput(text, "", 0);
        var omitted = System.Text.Encoding.UTF8.GetByteCount(text.AsSpan()[KeptOutputChars..^KeptOutputChars]);
        return new ProgramOutput(text[..KeptOutputChars], text[^KeptOutputChars..], omitted);
    }
}
