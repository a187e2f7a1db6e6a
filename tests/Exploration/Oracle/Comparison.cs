using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Holds what the search says of one program against what going through all schedules says.</summary>
internal sealed class Comparison
{
    private readonly Tier tier;
    private readonly Tally tally;
    private readonly Judged bare;
    private readonly Judged plain;
    private readonly Moment start;
    private readonly IReadOnlyList<Claim> claims;
    private readonly IReadOnlyList<Property> properties;
    private readonly ISearcher searcher;

    private Comparison(Tier tier, Tally tally, Judged bare, Judged plain, Moment start, IReadOnlyList<Claim> claims, ISearcher searcher)
    {
        (this.tier, this.tally, this.bare, this.plain, this.start, this.claims) = (tier, tally, bare, plain, start, claims);
        properties = [.. claims.Select(c => c.AsProperty())];
        this.searcher = searcher;
    }

    /// <param name="program">The program.</param>
    /// <param name="tier">The tier of time.</param>
    /// <param name="maxStates">Larger ones are left out.</param>
    /// <param name="searcher">Puts it to the search.</param>
    /// <param name="tally">Counts what was compared.</param>
    /// <returns>How the two differ; null where they do not, or where the program is too large.</returns>
    public static string? DifferenceIn(ProgramCase program, Tier tier, int maxStates, Func<ProgramCase, ISearcher> searcher, Tally tally)
    {
        if (PlainJudge.Judge(Moment.AtBeginning(program, [], tier), maxStates) is { } bare)
        {
            IReadOnlyList<Claim> claims = [.. program.Claims.Select(c => c.Resolve(bare.Ends))];
            var start = Moment.AtBeginning(program, claims, tier);
            if (PlainJudge.Judge(start, 10 * maxStates) is { } plain)
                return new Comparison(tier, tally, bare, plain, start, claims, searcher(program)).Difference();
        }

        tally.TooLarge++;
        return null;
    }

    private string? Difference()
    {
        tally.Programs++;
        tally.PlainStates += plain.States;
        var difference = InVerdict() ?? Enum.GetValues<Remembered>().Select(InEnds).FirstOrDefault(d => d is not null);
        tally.RealRuns += searcher.RealRuns;
        return difference;
    }

    private string? InVerdict()
    {
        var outcome = searcher.Search(tier, properties);
        tally.States += outcome.States;
        return outcome switch
        {
            Broken broken => InBroken(broken),
            Covered covered => InCovered(covered),
            _ => $"The search gave up: {outcome}",
        };
    }

    private string? InBroken(Broken broken)
    {
        var wrong = Wrong.Of(broken, properties);
        if (!plain.Wrongs.Contains(wrong))
            return $"The search finds '{wrong}'; the model knows only [{string.Join(", ", plain.Wrongs)}].";
        tally.Broken++;
        tally.Count(broken.Finding is null ? wrong : claims[properties.ToList().IndexOf(broken.Finding.Property)].GetType().Name);
        var (at, wrongs, impossible) = PlainJudge.Follow(start, broken.Trace);
        if (impossible is { } turn)
            return $"The search's schedule for '{wrong}' takes the turn '{turn}', which is impossible at:\n{at.Key}\nSchedule: {Told(broken.Trace)}";
        return wrongs.Contains(wrong) ? null : $"The search's schedule for '{wrong}' comes to [{string.Join(", ", wrongs)}] in the model, at:\n{at.Key}";
    }

    private string? InCovered(Covered covered)
    {
        tally.Covered++;
        tally.Reached += covered.Reached.Count;
        if (plain.Wrongs.Count > 0)
            return $"The search finds nothing wrong; the model knows [{string.Join(", ", plain.Wrongs)}].";
        for (var i = 0; i < claims.Count; i++)
        {
            if (covered.Reached.Contains(properties[i]) != plain.Reached.Contains(claims[i]))
                return $"{claims[i]} is reached according to {(plain.Reached.Contains(claims[i]) ? "the model" : "the search")} alone.";
        }

        foreach (var sample in covered.Samples)
        {
            var (at, wrongs, impossible) = PlainJudge.Follow(start, sample);
            if (impossible is not null || wrongs.Count > 0 || at.World.Turns.Count > 0)
                return $"A sample of the search stops with {impossible} and [{string.Join(", ", wrongs)}] at:\n{at.Key}\nSchedule: {Told(sample)}";
        }

        return null;
    }

    private static string Told(Trace schedule) => string.Join(", ", schedule.Choices.Select(Translation.ToTurn));

    private string? InEnds(Remembered remembered)
    {
        var recorder = new Recorder(remembered);
        var outcome = searcher.Search(tier, [recorder.Property]);
        tally.States += outcome.States;
        if (outcome is Broken != bare.Wrongs.Count > 0)
            return $"With {remembered} to remember, the search comes to {outcome}; the model to [{string.Join(", ", bare.Wrongs)}].";
        if (outcome is not Covered)
            return null;
        var ends = bare.Ends.Select(e => Recorder.Describe(e, remembered)).ToHashSet();
        tally.Ends += ends.Count;
        if (ends.Except(recorder.Ends).FirstOrDefault() is { } missed)
            return $"The search misses the end {missed}";
        return recorder.Ends.Except(ends).FirstOrDefault() is { } extra ? $"Only the search comes to the end {extra}" : null;
    }
}
