using ExerciseKit.Contract;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A fold over the events that it declares to read, into a small value that is part of the search's state.</summary>
public interface IObserver
{
    /// <summary>The value before anything has happened; compared by value.</summary>
    object Start { get; }

    /// <summary>The events that it reads; every other leaves the value as it is.</summary>
    IReadOnlyList<EventPattern> Patterns { get; }

    /// <summary>Whether its value depends on which of several equal processes did something.</summary>
    bool SeesAgents { get; }

    /// <summary>Whether its value depends on more of an event than which of its patterns it matches, such as on what a line says.</summary>
    bool SeesTexts { get; }

    /// <summary>What is said by an event, where the value is a sorted array of <see cref="Observers.Saying"/>s, one for each event, by its agent; null where the value is anything else.</summary>
    Func<KernelEvent, string>? Saying { get; }

    /// <summary>Whether its value depends on when something happened, and not only in which order.</summary>
    bool SeesTime { get; }

    /// <summary>The value after an event.</summary>
    object After(object value, KernelEvent happened);
}

/// <summary>An observer with a typed value.</summary>
/// <param name="initial">The value before anything has happened.</param>
/// <param name="fold">The value after an event; called only for events that match a pattern.</param>
/// <param name="patterns">The events that it reads.</param>
/// <param name="describe">The value in words, for a result; null for one that is the same in every language, such as a number.</param>
public sealed class Observer<T>(T initial, Func<T, KernelEvent, T> fold, IReadOnlyList<EventPattern> patterns, Func<T, LocalizedText>? describe = null) : IObserver
    where T : notnull
{
    public object Start => initial;

    public IReadOnlyList<EventPattern> Patterns => patterns;

    /// <inheritdoc/>
    /// <remarks>True unless it is said otherwise: to be wrong about it would make a proof wrong.</remarks>
    public bool SeesAgents { get; init; } = true;

    /// <inheritdoc/>
    /// <remarks>Likewise.</remarks>
    public bool SeesTexts { get; init; } = true;

    /// <inheritdoc/>
    public Func<KernelEvent, string>? Saying { get; init; }

    /// <inheritdoc/>
    /// <remarks>Likewise.</remarks>
    public bool SeesTime { get; init; } = true;

    public object After(object value, KernelEvent happened) => IsRead(happened) ? fold((T)value, happened) : value;

    public LocalizedText Describe(T value) => describe?.Invoke(value) ?? LocalizedText.Same(value.ToString() ?? "");

    private bool IsRead(KernelEvent happened)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(happened))
                return true;
        }

        return false;
    }
}
