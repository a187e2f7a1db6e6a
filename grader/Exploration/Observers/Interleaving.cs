using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>Whether somebody's lines came between those of another.</summary>
/// <param name="Begun">Who has printed such a line, sorted.</param>
/// <param name="Interrupted">Those of them after whose last line somebody else has printed one, sorted.</param>
/// <param name="IsSo">Whether one of these has printed a further line.</param>
public sealed record Interleaving(EquatableArray<string> Begun, EquatableArray<string> Interrupted, bool IsSo)
{
    /// <summary>Watches lines of several owners.</summary>
    /// <param name="line">A line of one of them.</param>
    /// <param name="owner">The placeholder that stands for whose it is.</param>
    public static Observer<Interleaving> Of(LinePattern line, string owner) => new(
        new Interleaving([], [], IsSo: false),
        (seen, happened) => seen.After(line.Capture(happened, owner)),
        [line],
        seen => seen.IsSo ? ("they came between another's", "它们插到了别人的行之间") : ("nobody's lines came between another's", "没有谁的行插到别人的行之间"))
    { SeesAgents = false, SeesTime = false };

    /// <summary>After a line of that owner, or whatever else takes its turns.</summary>
    public Interleaving After(string owner)
    {
        if (IsSo || Interrupted.Contains(owner))
            return new Interleaving([], [], IsSo: true);
        return this with
        {
            Begun = [.. Begun.Append(owner).Distinct().Order(StringComparer.Ordinal)],
            Interrupted = [.. Begun.Where(other => other != owner)],
        };
    }
}
