using System.Diagnostics;
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

    /// <summary>Grades.</summary>
    /// <param name="handIn">The student's files.</param>
    /// <param name="times">Takes the time of each step.</param>
    /// <param name="step">Told what is being done now.</param>
    /// <param name="remark">Told what is to be said of the hand-in beside its checks.</param>
    /// <param name="finished">Given each check's result as it comes; a second one of the same check takes the first one's place.</param>
    /// <returns>What the program printed in the run shown.</returns>
    public async Task<ProgramOutput> GradeAsync(SubmittedExercise handIn, StepTimes times, Action<string> step, Action<string> remark, Action<CheckResult> finished, CancellationToken cancellation)
    {
        var checks = CheckCatalog.Drawn(handIn.Exercise.Id, seed);
        step("compiling");
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
        var probe = new BehaviourProbe(program, pool, cancellation);
        var explorer = new Explorer(program.EntryType, seed, new BehaviourLibrary(probe, tasksLeaveNothing: !program.KeepsStatics), budget, program.MaxProcesses);
        var tokens = new ReplayTokens(handIn, seed);
        var sentences = new Sentences(checks);
        var prover = new CheckProver(explorer, budget, new Confirmation(program, pool), tokens, sentences);
        var sampler = new CheckSampler(program, pool, seed, tokens, sentences, step);
        var decided = new List<(Check Check, CheckResult Result)>();
        var cautions = ((Prepared)prepared).Cautions.AsEnumerable();
        foreach (var check in checks)
        {
            step($"exploring: {check.Title}");
            var proof = await times.MeasureAsync("checks", () => prover.ProveAsync(check, cancellation)).ConfigureAwait(false);
            switch (proof)
            {
                case Decided { Result: var result }:
                    decided.Add((check, result));
                    if (result is { Status: CheckStatus.Failed, Verdict: Verdict.Violation })
                    {
                        foreach (var caution in cautions)
                            remark(caution);
                        cautions = [];
                    }

                    finished(requireProof && result is { Status: CheckStatus.Passed, Certainty: not Certainty.Proved } ? WithoutPoints(result) : result);
                    break;
                case Unprovable unprovable:
                    // What was proved before rests on behaviour that turns out not to be the same every time.
                    foreach (var (undone, _) in decided.Where(d => d.Result.Status == CheckStatus.Passed))
                        finished(await times.MeasureAsync("runs", () => sampler.TellAsync(undone, unprovable, cancellation)).ConfigureAwait(false));
                    decided.Clear();
                    finished(await times.MeasureAsync("runs", () => sampler.TellAsync(check, unprovable, cancellation)).ConfigureAwait(false));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        foreach (var busy in BusyWaitRemarks.On(explorer.BusyWaits))
            remark(busy);
        var shown = checks[0].Parts.First().Scenarios[0];
        var output = OutputOf(sampler.RunOf(shown) ?? SampleOf(explorer, shown, cancellation));
        probe.Release();
        times.Add("hosts", pool.Starting - startingBefore);
        return output;
    }

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
        Message = $"A proof is demanded here (--require-proof), and there is none: {sampled.Message}{(sampled.Bound is { } bound ? $" It was looked at {bound}." : "")}",
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
