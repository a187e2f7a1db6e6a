using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Spawn;

/// <summary>Of which kind the children are that say the lines.</summary>
/// <param name="OfClass">The processes that were started from a class derived from ChildProcess, in order of name.</param>
/// <param name="Other">The first line by a process that was not, in words; null while there is none.</param>
internal sealed record Origins(EquatableArray<string> OfClass, LocalizedText? Other)
{
    public static Observer<Origins> Of(Brood brood) => new(
        new Origins([], null),
        (origins, happened) => origins.After(happened),
        [brood.Running, brood.Over, new OperationPattern<StartProcess> { Where = start => start.Target.IsInstance }],
        origins => origins.Other ?? ($"{origins.OfClass.Count} were started from a class that derives from ChildProcess", $"有 {origins.OfClass.Count} 个是从 ChildProcess 的派生类启动的"))
    { SeesTime = false };

    private static LocalizedText PrintedBy(string line, LocalizedText who) =>
        ($"'{line}' was printed by {who.En}, which is of no such class", $"“{line}”由{who.Zh}打印，而它不是这种类的对象");

    private Origins After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: StartProcess start } => this with { OfClass = [.. OfClass.Append(start.Process).Order(StringComparer.Ordinal)] },
        LinePrinted printed when !OfClass.Contains(printed.Agent) => this with { Other = Other ?? PrintedBy(printed.Line, ProcessPlace.Of(printed.Agent)) },
        _ => this,
    };
}
