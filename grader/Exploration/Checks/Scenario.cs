using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Checks;

/// <summary>One run's setting: which entry method is called, with what, and which files are there.</summary>
/// <param name="Name">The setting in words, as results show it: "3 buyers, 2 tickets". In English it names the setting in replay tokens, too.</param>
/// <param name="Entry">The entry method's name.</param>
/// <param name="Arguments">Its arguments, a JSON array.</param>
public sealed record Scenario(LocalizedText Name, string Entry, Payload Arguments)
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    /// <summary>The files that are there at the beginning, by path.</summary>
    public EquatableArray<(string Path, string Content)> Files { get; init; }

    /// <summary>Whether an exception that ends a process is part of the task here, and no fault.</summary>
    public bool ExpectsCrashes { get; init; }

    /// <summary>How many characters of packed items a queue's buffer takes; a process does not end while items that it put stand beyond it. Null, the default, for any number.</summary>
    public int? QueueBuffer { get; init; }

    /// <summary>How long each start holds up the one who starts, while the child runs already, where time is exact; zero, the default, not at all.</summary>
    /// <remarks>On a busy machine a start takes its time. Who reckons from the start of another process than its own is found by it.</remarks>
    public TimeSpan StartTakes { get; init; }

    /// <summary>The tiers of time that it is tried in: how long a start takes makes a difference in exact time alone.</summary>
    public IReadOnlyList<Tier> Tiers => StartTakes == TimeSpan.Zero ? [Tier.Strict, Tier.Loose] : [Tier.Strict];

    /// <summary>A setting that calls <paramref name="entry"/> with these arguments.</summary>
    public static Scenario Of(LocalizedText name, string entry, params object?[] arguments) =>
        new(name, entry, new Payload(JsonSerializer.Serialize(arguments, Json), []));

    /// <summary>The settings of a run in this setting.</summary>
    /// <param name="settings">Those of any run of the program in its tier.</param>
    public KernelSettings SettingsFrom(KernelSettings settings) => settings with { QueueBuffer = QueueBuffer, StartTakes = StartTakes };

    /// <summary>The same setting with one more file.</summary>
    public Scenario WithFile(string path, string content) => this with { Files = [.. Files, (path, content)] };

    /// <summary>The same setting, where a queue's buffer takes that many characters of packed items; 0 for none.</summary>
    public Scenario WithQueueBuffer(int characters) => this with { QueueBuffer = characters };

    /// <summary>The same setting under that name, where each start holds up the one who starts for so long, where time is exact.</summary>
    public Scenario WithSlowStarts(LocalizedText name, TimeSpan startTakes) => this with { Name = name, StartTakes = startTakes };

    /// <summary>The same setting, where processes may end by an exception.</summary>
    public Scenario ExpectingCrashes() => this with { ExpectsCrashes = true };
}
