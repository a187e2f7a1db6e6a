using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Spawn;

/// <summary>How long after its first line each child printed its second.</summary>
/// <param name="Begun">Those that have printed the first alone, in order of name.</param>
/// <param name="Lasted">How long the others took, shortest first.</param>
internal sealed record Lifetimes(EquatableArray<Birth> Begun, EquatableArray<TimeSpan> Lasted)
{
    public static Observer<Lifetimes> Of(Brood brood) => new(
        new Lifetimes([], []),
        (lives, happened) => brood.Running.Matches(happened)
            ? lives with { Begun = [.. lives.Begun.Append(new Birth(happened.Agent, happened.At)).OrderBy(b => b.Agent, StringComparer.Ordinal)] }
            : lives.Ended(happened),
        [brood.Running, brood.Over],
        lives => ($"they came {string.Join(", ", lives.Lasted.Select(l => $"{l.TotalSeconds} s"))} apart", $"分别相隔 {string.Join("、", lives.Lasted.Select(l => $"{l.TotalSeconds} 秒"))}"));

    public bool AreAll(int children, TimeSpan life) => Lasted.Count == children && Lasted.All(l => l == life);

    private Lifetimes Ended(KernelEvent happened) => Begun.FirstOrDefault(b => b.Agent == happened.Agent) is { } birth
        ? new Lifetimes([.. Begun.Where(b => b != birth)], [.. Lasted.Append(happened.At - birth.At).Order()])
        : this;
}

/// <summary>When a process printed its first line.</summary>
internal sealed record Birth(string Agent, TimeSpan At);
