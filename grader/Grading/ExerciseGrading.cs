using System.Diagnostics;
using System.Text.Json;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Hosting;
using ExerciseKit.Grading.Preparation;
using ExerciseKit.Grading.Running;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Kernel;
using Trace = ExerciseKit.Exploration.Traces.Trace;

namespace ExerciseKit.Grading;

/// <summary>Grades one exercise of a hand-in, check by check.</summary>
internal sealed class ExerciseGrading(HandInPreparation preparation, HostPool pool, int seed, SearchBudget budget)
{
    private const int KeptOutputChars = 4000;

    /// <summary>Grades.</summary>
    /// <param name="handIn">The student's files.</param>
    /// <param name="times">Takes the time of each step.</param>
    /// <param name="step">Told what is being done now.</param>
    /// <param name="finished">Given each check's result as it comes.</param>
    /// <returns>What the program printed in the run shown.</returns>
    public async Task<ProgramOutput> GradeAsync(SubmittedExercise handIn, StepTimes times, Action<string> step, Action<CheckResult> finished, CancellationToken cancellation)
    {
        var checks = CheckCatalog.Of(handIn.Exercise.Id);
        step("compiling");
        var prepared = preparation.Prepare(handIn, pool.Folder, times, cancellation);
        if (prepared is Unfit unfit)
        {
            foreach (var check in checks)
                finished(Unrun(check, unfit));
            return ProgramOutput.None;
        }

        var program = ((Prepared)prepared).Program;
        var startingBefore = pool.Starting;
        var probe = new BehaviourProbe(program, pool, cancellation);
        var explorer = new Explorer(program.EntryType, program.Facts, seed, new BehaviourLibrary(probe), budget);
        var tokens = new ReplayTokens(handIn, seed);
        var prover = new CheckProver(explorer, new Confirmation(program, pool), tokens);
        var judge = new CheckJudge(tokens);
        var runs = new Dictionary<Scenario, ScenarioRuns>();
        foreach (var check in checks)
        {
            step($"exploring: {check.Title}");
            var proof = await times.MeasureAsync("checks", () => prover.ProveAsync(check, cancellation)).ConfigureAwait(false);
            if (proof is not Decided)
                await SampleAsync(check, program, runs, times, step, cancellation).ConfigureAwait(false);
            finished(proof switch
            {
                Decided decided => decided.Result,
                Undecided undecided => judge.Judge(check, RunsOf(check), undecided),
                Unprovable unprovable => NotDeterministic(judge.Judge(check, RunsOf(check), search: null), unprovable),
                _ => throw new UnreachableException(),
            });
        }

        var shown = checks[0].Scenarios[0];
        var output = OutputOf(runs.TryGetValue(shown, out var sampled) ? sampled.Runs[0].Trace : SampleOf(explorer, shown, cancellation));
        probe.Release();
        times.Add("hosts", pool.Starting - startingBefore);
        return output;

        IReadOnlyList<ScenarioRuns> RunsOf(Check check) => [.. check.Scenarios.Select(s => runs[s])];
    }

    private async Task SampleAsync(Check check, StudentProgram program, Dictionary<Scenario, ScenarioRuns> runs, StepTimes times, Action<string> step, CancellationToken cancellation)
    {
        foreach (var scenario in check.Scenarios.Where(s => !runs.ContainsKey(s)))
        {
            step($"sampling: {scenario.Name}");
            runs[scenario] = await times.MeasureAsync("runs", () => ScenarioRuns.RunAsync(program, scenario, seed, pool, cancellation)).ConfigureAwait(false);
        }
    }

    /// <summary>Whatever sampling came to, nothing is claimed of a program that does not do the same twice; what it found is told all the same.</summary>
    private static CheckResult NotDeterministic(CheckResult sampled, Unprovable unprovable)
    {
        var found = sampled.Status == CheckStatus.Failed
            ? $"Besides, one of {sampled.SampledRuns} sampled runs showed this ({JsonNamingPolicy.KebabCaseLower.ConvertName(sampled.Verdict.ToString())}): {sampled.Message}"
            : $"Nothing wrong was seen in {sampled.SampledRuns} sampled runs; that proves nothing.";
        return sampled with
        {
            Status = CheckStatus.Error,
            Verdict = Verdict.Nondeterministic,
            Points = 0,
            Message = $"{unprovable.Reason} {found}",
            Bound = null,
        };
    }

    private static Trace? SampleOf(Explorer explorer, Scenario scenario, CancellationToken cancellation)
    {
        try
        {
            return explorer.Explore(scenario, Tier.Strict, [], cancellation) switch
            {
                Broken broken => broken.Trace,
                Covered { Samples: [var sample, ..] } => sample,
                _ => null,
            };
        }
        catch (Exception e) when (e is NondeterminismException or OverworkException)
        {
            // Its checks have told that already.
            return null;
        }
    }

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
