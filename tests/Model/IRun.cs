namespace ExerciseKit.Tests.Model;

/// <summary>A run of a small program, stopped between two turns: the model's, or one of what is held against it.</summary>
internal interface IRun<TSelf>
    where TSelf : IRun<TSelf>
{
    /// <summary>All that can happen next; empty when the run is over.</summary>
    IReadOnlyList<Turn> Turns { get; }

    /// <summary>Equal for runs that have equal futures and have printed the same.</summary>
    object Key { get; }

    /// <summary>How it came out; to be asked only of a run that is over.</summary>
    EndState End { get; }

    /// <summary>This run after one of its turns; this one stays as it is.</summary>
    TSelf After(Turn turn);
}
