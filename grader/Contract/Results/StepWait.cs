using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>That a process could not go on at once.</summary>
/// <param name="Since">The number of the step after which it waited; one before the first that is shown where it may be longer ago.</param>
/// <param name="For">The ids of the processes that could let it go on: who holds the lock, who is joined. Empty where none is known, as for one that sleeps.</param>
/// <param name="IsSleep">Whether it only let time pass.</param>
public sealed record StepWait(int Since, EquatableArray<string> For, [property: JsonPropertyName("sleep")] bool IsSleep = false);
