using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Barriers;

/// <summary>Arriving is a step of its own: it counts while its agent waits, and after its agent's death.</summary>
internal sealed class BarrierRules : IPrimitive
{
    private const string WhileBroken = "The barrier is broken. Reset it, or make another, before processes meet there again.";

    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(CreateBarrier), typeof(ArriveAtBarrier), typeof(PassBarrier), typeof(AbortBarrier),
        typeof(ResetBarrier), typeof(QueryBarrierWaiting), typeof(QueryBarrierBroken),
    ];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) => operation switch
    {
        ArriveAtBarrier when Find(state, operation) is { } barrier => !barrier.IsEmptying,
        PassBarrier when Find(state, operation) is { Phase: BarrierPhase.Filling } barrier => !barrier.Inside.Contains(agent.Name),
        _ => true,
    };

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var barrier = Find(transition.State, operation);
        if (operation is CreateBarrier create && barrier is null)
        {
            transition.Set(name, new BarrierState(create.Participants, BarrierPhase.Filling, []));
            transition.Answer(Done.Instance);
        }
        else if (operation is CreateBarrier || barrier is null)
        {
            transition.Refuse(FailureKind.InvalidOperation, $"There is {(barrier is null ? "no" : "already a")} barrier {name}.");
        }
        else
        {
            Use(transition, operation, name, barrier);
        }
    }

    public void TimeOut(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        transition.Set(name, Find(transition.State, operation)!.Broken().Without(transition.Agent.Name));
        transition.Refuse(FailureKind.BrokenBarrier, $"Not all came to the barrier within {operation.Timeout!.Value.TotalSeconds} s, and so it is broken for all of them.");
    }

    /// <summary>Who must go before others may come.</summary>
    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) =>
        operation is ArriveAtBarrier && Find(state, operation) is { } barrier ? barrier.Inside : [];

    public LocalizedText WaitsFor(KernelState state, AgentState agent, Operation operation) =>
        operation is PassBarrier && Find(state, operation) is { } barrier ? ToCome(barrier.Participants - barrier.Inside.Count, barrier.Participants) : LocalizedText.Empty;

    public bool IsIdle(Operation operation, Outcome result) => operation.IsLook || (operation is ArriveAtBarrier && result is Failed);

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        return [operation.IsLook ? Access.Read(name) : Access.Write(name)];
    }

    private static LocalizedText ToCome(int missing, int all) => ($"{missing} more of {all} to come", $"{all} 个进程中还没到的 {missing} 个");

    private static BarrierState? Find(KernelState state, Operation operation) => state.Find<BarrierState>(((ObjectOperation)operation).Object);

    private static void Use(Transition transition, Operation operation, string name, BarrierState barrier)
    {
        var agent = transition.Agent.Name;
        switch (operation)
        {
            case ArriveAtBarrier when barrier.Phase == BarrierPhase.Broken:
                transition.Refuse(FailureKind.BrokenBarrier, WhileBroken);
                break;
            case ArriveAtBarrier:
                transition.Set(name, barrier.With(agent));
                transition.Answer(Done.Instance);
                break;
            // The last to come is through already.
            case PassBarrier when !barrier.Inside.Contains(agent):
                transition.Answer(Done.Instance);
                break;
            case PassBarrier:
                Pass(transition, name, barrier);
                break;
            case AbortBarrier or ResetBarrier:
                transition.Set(name, operation is AbortBarrier ? barrier.Broken() : barrier.Reset());
                transition.Answer(Done.Instance);
                break;
            case QueryBarrierBroken:
                transition.Answer(barrier.Phase == BarrierPhase.Broken ? Flag.True : Flag.False);
                break;
            default:
                transition.Answer(new Number(barrier.Waiting));
                break;
        }
    }

    private static void Pass(Transition transition, string name, BarrierState barrier)
    {
        transition.Set(name, barrier.Without(transition.Agent.Name));
        switch (barrier.Phase)
        {
            case BarrierPhase.Draining:
                transition.Answer(Done.Instance);
                break;
            case BarrierPhase.Resetting:
                transition.Refuse(FailureKind.BrokenBarrier, "The barrier was reset while this process waited at it.");
                break;
            default:
                transition.Refuse(FailureKind.BrokenBarrier, WhileBroken);
                break;
        }
    }
}
