namespace ExerciseKit.Tests.Model;

/// <summary>One thing that can happen next, and to whom.</summary>
internal readonly record struct Turn(string Process, TurnKind Kind)
{
    public override string ToString() => $"{Process} {Kind}";
}

internal enum TurnKind
{
    /// <summary>Its step comes to its result.</summary>
    Happens,

    /// <summary>Its patience runs out.</summary>
    RunsOut,

    /// <summary>The death asked for comes.</summary>
    Dies,
}
