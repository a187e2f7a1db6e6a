using ExerciseKit.Classes.Rosters;

namespace ExerciseKit.Classes.Policy;

/// <summary>All that decides marks beside the records: the policy, and the files that it names.</summary>
/// <param name="Policy">The policy; null where points are marks.</param>
/// <param name="Roster">Who is in the class; null where nobody says.</param>
/// <param name="Times">When students handed in, where the download does not tell; null where nobody says.</param>
public sealed record ClassRules(CoursePolicy? Policy, Roster? Roster, HandInTimes? Times)
{
    public static ClassRules None { get; } = new(null, null, null);

    /// <summary>Reads what a policy names.</summary>
    public static ClassRules Of(CoursePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new ClassRules(policy, policy.Roster is { } roster ? Roster.Read(roster) : null, policy.Submitted is { } times ? HandInTimes.Read(times, policy.TimeZone) : null);
    }
}
