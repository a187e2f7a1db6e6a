using System.Text.Json;
using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Checks;

/// <summary>One run's setting: which entry method is called, with what, and which files are there.</summary>
/// <param name="Name">The setting in words, as results show it: "3 buyers, 2 tickets".</param>
/// <param name="Entry">The entry method's name.</param>
/// <param name="Arguments">Its arguments, a JSON array.</param>
public sealed record Scenario(string Name, string Entry, Payload Arguments)
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    /// <summary>The files that are there at the beginning, by path.</summary>
    public EquatableArray<(string Path, string Content)> Files { get; init; }

    /// <summary>Whether an exception that ends a process is part of the task here, and no fault.</summary>
    public bool ExpectsCrashes { get; init; }

    /// <summary>A setting that calls <paramref name="entry"/> with these arguments.</summary>
    public static Scenario Of(string name, string entry, params object?[] arguments) =>
        new(name, entry, new Payload(JsonSerializer.Serialize(arguments, Json), []));

    /// <summary>The same setting with one more file.</summary>
    public Scenario WithFile(string path, string content) => this with { Files = [.. Files, (path, content)] };

    /// <summary>The same setting, where processes may end by an exception.</summary>
    public Scenario ExpectingCrashes() => this with { ExpectsCrashes = true };
}
