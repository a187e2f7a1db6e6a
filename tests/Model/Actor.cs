namespace ExerciseKit.Tests.Model;

/// <summary>One process of the model's world.</summary>
internal sealed class Actor(string name, bool isDaemon, Cursor cursor)
{
    public string Name { get; } = name;

    /// <summary>The name of its parent; empty for the root.</summary>
    public string Parent { get; } = Descent.ParentOf(name);

    public bool IsDaemon { get; } = isDaemon;

    public Cursor Cursor { get; set; } = cursor;

    /// <summary>Its own end has begun; its children's has not.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>The exit code that a death asked for will leave; null where none was.</summary>
    public int? Doom { get; set; }

    /// <summary>Null while it lives.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>When its wait is over by itself, in strict time.</summary>
    public int? RingsAt { get; set; }

    /// <summary>The sleeps and time-outs that it has been through, in loose time.</summary>
    public int OwnTime { get; set; }

    /// <summary>Printed since the last line's end, to the output and to the error stream.</summary>
    public SortedDictionary<Printout, string> PartialLines { get; private init; } = new() { [Printout.Output] = "", [Printout.Error] = "" };

    public bool IsAlive => ExitCode is null;

    public string Key =>
        $"{Name} {IsDaemon} {Cursor.Key} {IsLeaving} {Doom} {ExitCode} {RingsAt} {OwnTime} {string.Join(',', PartialLines)}";

    public void EndWith(int exitCode)
    {
        ExitCode = exitCode;
        (IsLeaving, Doom, RingsAt) = (false, null, null);
    }

    public Actor Clone() => new(Name, IsDaemon, Cursor)
    {
        IsLeaving = IsLeaving,
        Doom = Doom,
        ExitCode = ExitCode,
        RingsAt = RingsAt,
        OwnTime = OwnTime,
        PartialLines = new(PartialLines),
    };
}
