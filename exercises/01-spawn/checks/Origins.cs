using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Spawn;

/// <summary>Of which kind the children are that say the lines.</summary>
/// <param name="OfClass">The processes that were started from a class derived from ChildProcess, in order of name.</param>
/// <param name="Other">The first line by a process that was not, in words; null while there is none.</param>
internal sealed record Origins(EquatableArray<string> OfClass, string? Other)
{
    public static Observer<Origins> Of(Brood brood) => new(
        new Origins([], null),
        (origins, happened) => origins.After(happened),
        [brood.Running, brood.Over, new OperationPattern<StartProcess> { Where = start => start.Target.IsInstance }],
        origins => origins.Other ?? $"{origins.OfClass.Count} were started from a class that derives from ChildProcess")
    { SeesTime = false };

    private Origins After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: StartProcess start } => this with { OfClass = [.. OfClass.Append(start.Process).Order(StringComparer.Ordinal)] },
        LinePrinted printed when !OfClass.Contains(printed.Agent) => this with { Other = Other ?? $"'{printed.Line}' was printed by {ProcessPlace.Of(printed.Agent)}, which is of no such class" },
        _ => this,
    };
}
