using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>What kept a hand-in's processes from doing harm.</summary>
/// <param name="Kind">The outermost of what they ran in.</param>
/// <param name="Enforced">What was enforced, by name, in a fixed order.</param>
/// <param name="NotEnforced">What was not, and why; empty where all was.</param>
/// <param name="Walls">Who enforced it: each wall that stood, the outermost first.</param>
public sealed record SandboxReport(SandboxKind Kind, EquatableArray<string> Enforced, EquatableArray<NotEnforced> NotEnforced, EquatableArray<Wall> Walls = default)
{
    /// <summary>Whether nothing is missing that protects the machine, its files and the grader.</summary>
    [JsonIgnore]
    public bool IsComplete => !NotEnforced.Any(n => n.IsDemanded);
}

/// <summary>Something that keeps a hand-in's processes from doing harm.</summary>
/// <param name="Name">Its name: <c>bubblewrap</c>, <c>landlock</c>, <c>system-call-filter</c>, <c>resource-limits</c>, <c>grader</c>.</param>
/// <param name="Version">Its version, as <c>ABI 7</c>; null where it has none.</param>
/// <param name="Enforces">What it enforces, by itself or with the filter of system calls that stands beside it.</param>
/// <param name="Remark">What this version of it leaves to another wall; null for nothing.</param>
public sealed record Wall(string Name, string? Version, EquatableArray<string> Enforces, LocalizedText? Remark = null);

/// <summary>Something that was not enforced.</summary>
/// <param name="Limit">Its name.</param>
/// <param name="Why">The reason, and the way out.</param>
/// <param name="IsDemanded">Whether <c>--require-sandbox</c> refuses to grade without it.</param>
public sealed record NotEnforced(string Limit, LocalizedText Why, [property: JsonPropertyName("demanded")] bool IsDemanded = true);

/// <summary>What student processes ran in.</summary>
public enum SandboxKind
{
    /// <summary>Plain child processes of the grader, with what limits the system gives.</summary>
    None,

    /// <summary>Child processes that confine themselves by Landlock.</summary>
    Landlock,

    /// <summary>Namespaces of their own, made by bubblewrap.</summary>
    Bubblewrap,
}
