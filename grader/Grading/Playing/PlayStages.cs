using System.Globalization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Grading.Playing;

/// <summary>Chooses what is played: what was asked for, and of that the first that breaks.</summary>
internal sealed class PlayStages
{
    private readonly PlayRequest request;
    private readonly IReadOnlyList<(Check Whole, Check Part, Scenario Scenario)> all;
    private readonly IReadOnlyList<(Check Whole, Check Part, Scenario Scenario)> wanted;

    /// <exception cref="BadInputException">There is no such check or scenario.</exception>
    public PlayStages(PlayRequest request, IReadOnlyList<Check> checks)
    {
        this.request = request;
        if (request.Check is { } id && checks.All(c => c.Id != id))
            throw new BadInputException(($"{request.Exercise} has no check {id}. It has {string.Join(", ", checks.Select(c => c.Id))}.", $"{request.Exercise} 没有检查项 {id}。它有：{string.Join("，", checks.Select(c => c.Id))}。"));
        all = [.. checks.SelectMany(c => c.Parts.SelectMany(p => p.Scenarios, (p, s) => (c, p, s)))];
        Scenarios = [.. all.Select((s, i) => new PlayScenario(i + 1, s.Whole.Id, s.Scenario.Name))];
        wanted = [.. all.Where((s, i) => (request.Check is null || s.Whole.Id == request.Check) && (request.Scenario is null || IsNamed(s.Scenario, i + 1)))];
        if (wanted.Count == 0)
            throw new BadInputException((
                $"{request.Exercise} has no scenario '{request.Scenario}'. It has these:\n{string.Join('\n', Scenarios.Select(s => $"  {s.Number}  {s.Check}: {s.Name.En}"))}",
                $"{request.Exercise} 没有场景“{request.Scenario}”。它有：\n{string.Join('\n', Scenarios.Select(s => $"  {s.Number}  {s.Check}：{s.Name.Zh}"))}"));
    }

    public EquatableArray<PlayScenario> Scenarios { get; }

    /// <summary>The first that breaks; else the first in the tier that was asked for, else in loose time.</summary>
    /// <param name="explorer">What the program is explored with.</param>
    /// <param name="told">Told which check is looked at.</param>
    /// <param name="stop">Ends the searches; what is played then is the one that was under way.</param>
    /// <param name="cancellation">Ends it all.</param>
    public PlayStage Choose(Explorer explorer, Action<LocalizedText> told, CancellationToken stop, CancellationToken cancellation)
    {
        PlayStage? first = null;
        // The course's own solution breaks nowhere: there is nothing to look for.
        foreach (var (whole, part, scenario) in request.Path is null ? wanted.Take(1) : wanted)
        {
            told(($"searching: {whole.Title.En}", $"正在搜索：{whole.Title.Zh}"));
            for (var chance = 0; chance < ChanceValues.Count(explorer.Chance); chance++)
            {
                foreach (var tier in TiersOf(part, scenario))
                {
                    var stage = Search(explorer, whole, part, new Setting(scenario, tier, chance), stop, cancellation);
                    if (stage.IsBroken || stage.Outcome is null || stop.IsCancellationRequested)
                        return stage;
                    if (chance == 0 && (first is null || (first.Part == part && first.Setting.Scenario == scenario)))
                        first = stage;
                }
            }
        }

        return first!;
    }

    private static PlayStage Search(Explorer explorer, Check whole, Check part, Setting setting, CancellationToken stop, CancellationToken cancellation)
    {
        try
        {
            return new PlayStage(whole, part, setting, explorer.Explore(setting, PlayStage.PropertiesIn(part, setting.Tier), cancellation, stop), null);
        }
        catch (NondeterminismException e)
        {
            return new PlayStage(whole, part, setting, null, e);
        }
    }

    // The last counts where nothing breaks: loose time has more to choose.
    private IEnumerable<Tier> TiersOf(Check part, Scenario scenario)
    {
        if (request.Tier is { } tier)
            return [tier];
        Tier[] both = scenario.StartTakes == TimeSpan.Zero ? [Tier.Strict, Tier.Loose] : [Tier.Strict];
        return both.Where(t => PlayStage.PropertiesIn(part, t).Count > 0).DefaultIfEmpty(both[^1]);
    }

    private bool IsNamed(Scenario scenario, int number) =>
        request.Scenario == number.ToString(CultureInfo.InvariantCulture)
        || scenario.Name.En.Contains(request.Scenario!, StringComparison.OrdinalIgnoreCase)
        || scenario.Name.Zh.Contains(request.Scenario!, StringComparison.OrdinalIgnoreCase);
}
