using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Gate;

/// <summary>Which children were woken at a condition, and whether one of them has entered.</summary>
internal sealed record Waking(EquatableArray<string> Woken, bool HasEntered)
{
    public static Observer<Waking> Of(Crowd crowd) => new(
        new Waking([], HasEntered: false),
        (waking, happened) => waking.After(happened),
        [crowd.Enters, new OperationPattern<AwaitNotification> { Who = Who.Child }],
        waking => waking.HasEntered ? ("a visitor was notified and entered", "有访客收到通知后进去了") : ("no visitor was notified and entered", "没有访客在收到通知后进去"))
    { SeesTime = false };

    private Waking After(KernelEvent happened) => happened switch
    {
        _ when HasEntered => this,
        OperationCompleted { Outcome: Flag { Value: true } } => this with { Woken = [.. Woken.Append(happened.Agent).Distinct().Order(StringComparer.Ordinal)] },
        LinePrinted when Woken.Contains(happened.Agent) => new Waking([], HasEntered: true),
        _ => this,
    };
}
