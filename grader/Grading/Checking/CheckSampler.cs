using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;

namespace ExerciseKit.Grading.Checking;

/// <summary>Tells by sampled runs of real processes what shows of a program about which nothing can be proved.</summary>
/// <param name="program">The hand-in.</param>
/// <param name="pool">Where its processes run.</param>
/// <param name="seed">Seeds every run.</param>
/// <param name="tokens">Writes the tokens of what is found.</param>
/// <param name="sentences">Finds the words.</param>
/// <param name="step">Told what is being done now.</param>
internal sealed class CheckSampler(StudentProgram program, HostPool pool, int seed, ReplayTokens tokens, Sentences sentences, Action<LocalizedText> step)
{
    private readonly CheckJudge judge = new(tokens, sentences);
    private readonly Dictionary<Scenario, ScenarioRuns> runs = [];

    /// <summary>The result where nothing can be proved: an error, whatever was sampled; what sampling found is told all the same.</summary>
    public async Task<CheckResult> TellAsync(Check check, Unprovable unprovable, CancellationToken cancellation)
    {
        var sampled = judge.Judge(check, await RunsOfAsync(check, cancellation).ConfigureAwait(false));
        var found = sampled.Status == CheckStatus.Failed ? Besides(sampled) : NothingWrong(sampled.SampledRuns);
        return sampled with
        {
            Status = CheckStatus.Error,
            Verdict = Verdict.Nondeterministic,
            Points = 0,
            Message = ($"{unprovable.Reason.En} {found.En}", $"{unprovable.Reason.Zh}{found.Zh}"),
            Bound = null,
        };
    }

    private static LocalizedText Besides(CheckResult sampled)
    {
        var verdict = JsonNamingPolicy.KebabCaseLower.ConvertName(sampled.Verdict.ToString());
        return (
            $"Besides, {sampled.SampledRuns} sampled runs showed this ({verdict}): {sampled.Message.En}",
            $"此外，抽样的 {sampled.SampledRuns} 次运行还发现了这个问题（{VerdictWords.Of(sampled.Verdict).Zh}）：{sampled.Message.Zh}");
    }

    private static LocalizedText NothingWrong(int runs) =>
        ($"Nothing wrong was seen in {runs} sampled runs; that proves nothing.", $"抽样的 {runs} 次运行没有发现问题，但这不能证明什么。");

    /// <summary>A run of the scenario; null where it was not sampled.</summary>
    public Trace? RunOf(Scenario scenario) => runs.GetValueOrDefault(scenario)?.Runs[0].Trace;

    private async Task<IReadOnlyList<ScenarioRuns>> RunsOfAsync(Check check, CancellationToken cancellation)
    {
        var scenarios = check.Parts.SelectMany(p => p.Scenarios).Distinct().ToList();
        foreach (var scenario in scenarios.Where(s => !runs.ContainsKey(s)))
        {
            step(($"sampling: {scenario.Name.En}", $"抽样运行：{scenario.Name.Zh}"));
            runs[scenario] = await ScenarioRuns.RunAsync(program, scenario, seed, pool, cancellation).ConfigureAwait(false);
        }

        return [.. scenarios.Select(s => runs[s])];
    }
}
