using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Tests.Kernel.Driving;

/// <summary>A kernel whose every step a test takes itself.</summary>
internal sealed class ByHand(KernelSettings settings, params (string Path, string Content)[] files)
{
    public ByHand(Timing timing = Timing.Strict, params (string Path, string Content)[] files)
        : this(new KernelSettings(timing), files)
    {
    }

    public KernelState State { get; private set; } =
        KernelRules.Begin(settings, Translation.Target, Payload.Null, files.Select(f => KeyValuePair.Create(f.Path, f.Content)));

    public List<KernelEvent> Events { get; } = [];

    public IReadOnlyList<Choice> Choices => KernelRules.Choices(State);

    public static StartProcess StartOf(string child, string? name = null, bool? isDaemon = null) =>
        new(child, name, isDaemon, Translation.Target, Payload.Null);

    public void Submit(string agent, Operation operation, int line = 0) =>
        State = KernelRules.Submit(State, agent, operation, line == 0 ? CallSite.Unknown : new CallSite("Program.cs", line));

    public Outcome? Step(string agent, ChoiceKind kind = ChoiceKind.Complete)
    {
        var result = KernelRules.Step(State, new Choice(agent, kind));
        State = result.State;
        Events.AddRange(result.Events);
        return result.Replies.SingleOrDefault()?.Outcome;
    }

    /// <summary>Asks for an operation that can complete at once, and completes it.</summary>
    public Outcome? Do(string agent, Operation operation)
    {
        Submit(agent, operation);
        return Step(agent);
    }

    public void Advance(TimeSpan to) => State = State.At(to);
}
