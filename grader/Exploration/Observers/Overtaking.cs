namespace ExerciseKit.Exploration.Observers;

/// <summary>How many of the first have happened, and whether what follows them had begun before they were through.</summary>
/// <param name="Firsts">How many of the first; counted no further once <paramref name="IsSo"/> is settled.</param>
/// <param name="IsSo">Whether a later one came before the last of the first.</param>
public sealed record Overtaking(int Firsts, bool IsSo)
{
    /// <summary>Watches for an event that comes before so many of others.</summary>
    /// <param name="first">The others.</param>
    /// <param name="times">How many of them there are.</param>
    /// <param name="then">What may come before the last of them.</param>
    public static Observer<Overtaking> Of(EventPattern first, int times, EventPattern then) => new(
        new Overtaking(0, IsSo: false),
        (seen, happened) => seen.IsSo || seen.Firsts == times ? seen
            : then.Matches(happened) ? new Overtaking(0, IsSo: true)
            : seen with { Firsts = seen.Firsts + 1 },
        [first, then],
        seen => seen.IsSo ? ("it came before", "它来得更早") : ($"{seen.Firsts} of {times} had happened before it came", $"它来之前，{times} 件中已发生了 {seen.Firsts} 件"))
    { SeesAgents = false, SeesTexts = false, SeesTime = false };
}
