namespace ExerciseKit.Kernel;

/// <summary>One thing that can happen next.</summary>
/// <param name="Agent">The agent that it happens to.</param>
/// <param name="Kind">What happens.</param>
public readonly record struct Choice(string Agent, ChoiceKind Kind)
{
    public override string ToString() => $"{Agent} {Kind}";
}

/// <summary>What can happen to an agent.</summary>
public enum ChoiceKind
{
    /// <summary>The operation that it waits for completes.</summary>
    Complete,

    /// <summary>Its patience runs out.</summary>
    TimeOut,

    /// <summary>The death that was asked for comes.</summary>
    Die,
}
