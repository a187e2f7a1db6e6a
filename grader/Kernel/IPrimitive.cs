using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>The rules of one primitive: when each of its operations can complete, and what it then does.</summary>
internal interface IPrimitive
{
    /// <summary>The operations that these rules are for.</summary>
    IReadOnlyList<Type> Operations { get; }

    /// <summary>Whether the operation could complete now. One that would fail can: it completes with the failure.</summary>
    bool IsEnabled(KernelState state, AgentState agent, Operation operation) => true;

    /// <summary>Completes the operation; called only when it is enabled.</summary>
    void Complete(Transition transition, Operation operation);

    /// <summary>Ends the operation because the agent's patience ran out; called only when it is not enabled.</summary>
    void TimeOut(Transition transition, Operation operation) => transition.Answer(Flag.False);

    /// <summary>Who could let a blocked operation go on.</summary>
    IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) => [];

    /// <summary>What a blocked operation waits for, in words that the names of those in <see cref="HeldBy"/> can follow; empty where they say it all.</summary>
    LocalizedText WaitsFor(KernelState state, AgentState agent, Operation operation) => LocalizedText.Empty;

    /// <summary>What the operation reads and changes.</summary>
    IEnumerable<Access> Accesses(AgentState agent, Operation operation) => [];

    /// <summary>The same, where it depends on the state.</summary>
    IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation) => Accesses(agent, operation);

    /// <summary>Whether the operation, done now, commutes with whatever others can do, as long as nobody can end its agent from outside.</summary>
    bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) => operation is CreateOperation;

    /// <summary>What a completed operation has taken, or by a negative number given back; null where there is nothing to give back.</summary>
    (string Name, int Count)? Taken(Operation operation, Outcome result) => null;

    /// <summary>Whether a completed operation has left everything as it was.</summary>
    bool IsIdle(Operation operation, Outcome result) => operation.IsLook;
}
