using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>What kept a hand-in's processes from doing harm.</summary>
/// <param name="Kind">What they ran in.</param>
/// <param name="Enforced">What was enforced, by name, in a fixed order.</param>
/// <param name="NotEnforced">What was not, and why; empty where all was.</param>
public sealed record SandboxReport(SandboxKind Kind, EquatableArray<string> Enforced, EquatableArray<NotEnforced> NotEnforced)
{
    /// <summary>Whether nothing is missing.</summary>
    [JsonIgnore]
    public bool IsComplete => NotEnforced.Count == 0;
}

/// <summary>Something that was not enforced.</summary>
/// <param name="Limit">Its name.</param>
/// <param name="Why">The reason, and the way out.</param>
public sealed record NotEnforced(string Limit, string Why);

/// <summary>What student processes ran in.</summary>
public enum SandboxKind
{
    /// <summary>Plain child processes of the grader, with what limits the system gives.</summary>
    None,

    /// <summary>Namespaces of their own, made by bubblewrap.</summary>
    Bubblewrap,
}
