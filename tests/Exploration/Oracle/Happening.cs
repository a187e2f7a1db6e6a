using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Something that happened in the model's world.</summary>
/// <param name="Process">To whom.</param>
/// <param name="Line">The line that was printed to the output; else empty.</param>
/// <param name="Step">What the process was about.</param>
internal sealed record Happening(string Process, HappeningKind Kind, string Line, Step Step)
{
    /// <summary>What happened in one turn, in order: told from the worlds before and after it, and from nothing of the kernel.</summary>
    public static IReadOnlyList<Happening> Between(World before, Turn turn, World after)
    {
        var (was, now) = (before.Actors[turn.Process], after.Actors[turn.Process]);
        var step = was.Cursor.Step;
        var happenings = new List<Happening>();
        foreach (var line in after.Lines.Skip(before.Lines.Count).Where(l => l.StartsWith(turn.Process + ": ", StringComparison.Ordinal)))
            Add(turn.Process, HappeningKind.Printed, line[(turn.Process.Length + 2)..]);
        if (turn.Kind != TurnKind.Dies && step is not EndStep)
            Add(turn.Process, HappeningKind.Did);
        if (after.Actors.Count > before.Actors.Count && now.IsAlive)
            Add(turn.Process, HappeningKind.Started);
        if (turn.Kind != TurnKind.Dies && step is EndStep && !was.IsLeaving)
            Add(turn.Process, HappeningKind.Left);
        if (!now.IsAlive)
            Add(turn.Process, HappeningKind.Ended);
        if (after.Actors.Count > before.Actors.Count && !now.IsAlive)
            Add(now.Parent, HappeningKind.Started);
        return happenings;

        void Add(string process, HappeningKind kind, string line = "") => happenings.Add(new(process, kind, line, step));
    }
}

internal enum HappeningKind
{
    Printed,
    Did,
    Started,

    /// <summary>Its own code is done; its children's may not be.</summary>
    Left,
    Ended,
}
