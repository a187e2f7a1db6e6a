using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Randomness;

namespace ExerciseKit.Kernel.Time;

/// <summary>Sleeping and reading the clock.</summary>
internal sealed class TimeRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(Sleep), typeof(ReadClock)];

    // Without a deadline time is loose, and a sleep is a mere yield.
    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not Sleep || agent.Deadline is not { } deadline || deadline <= state.Now;

    public bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) => IsEnabled(state, agent, operation);

    public bool IsIdle(Operation operation, Outcome result) => operation is Sleep || operation.IsLook;

    public void Complete(Transition transition, Operation operation)
    {
        var agent = transition.Agent;
        var isLoose = transition.State.Settings.Timing == Timing.Loose;
        if (operation is Sleep sleep)
        {
            transition.Set(OwnClock.AfterWaiting(agent, sleep.Duration, transition.State.Settings));
            transition.Answer(Done.Instance);
        }
        else
        {
            var seed = transition.State.Settings.Seed;
            var isNever = isLoose && operation is ReadClock { IsForDeadline: true };
            transition.Answer(UntidyMachine.Read(seed, isNever ? TimeSpan.Zero : isLoose ? Moment.After(agent.OwnTime, UntidyMachine.DriftOf(seed, agent.Name)) : transition.State.Now));
        }
    }
}
