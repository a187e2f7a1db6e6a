using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.QueueIpc;

/// <summary>What 10-queue-ipc must hold.</summary>
public sealed class QueueIpcChecks() : ExerciseChecks("10-queue-ipc")
{
    private static readonly Scenario Ping = Scenario.Of("the question is 'ping'", "Ask", "ping");
    private static readonly Scenario Tea = Scenario.Of("the message is 'tea at four'", "Relay", "tea at four");

    // Nothing has room in the buffer: so a few characters stand for many.
    private static readonly Scenario LongQuestion = Scenario.Of("the question 'what now' is longer than a queue's buffer", "Ask", "what now").WithQueueBuffer(0);
    private static readonly Scenario LongMessage = Scenario.Of("the message 'one of many' is longer than a queue's buffer", "Relay", "one of many").WithQueueBuffer(0);

    public override LiveRun Live { get; } = new(Scenario.Of("a message of 100,000 characters", "Relay", new string('x', 100_000)), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("ask", "The child answers what it was asked", 3)
            .In(Ping)
            .That(Returns("PING"))
            .AtEnd("the parent's question goes to a child, and a child's answer to the parent", Observe.Deliveries, Answered("ping", "PING"))
            .Never("nobody receives what it sent itself", Observe.Deliveries, deliveries => deliveries.HasOwn)
            .WithHint("If both put into one queue, who is to say which of them takes what?"),
        new Check("relay", "The message goes from child to child to the parent", 3)
            .In(Tea)
            .That(Returns("tea at four"))
            .AtEnd("the message goes from one child to another, and from that to the parent", Observe.Deliveries, Relayed("tea at four"))
            .Never("nobody receives what it sent itself", Observe.Deliveries, deliveries => deliveries.HasOwn)
            .WithHint("Between which two processes does each queue run, and does anybody else take from it?"),
        new Check("long-question", "A long question and its answer get through", 2)
            .In(LongQuestion)
            .That(Returns("WHAT NOW"))
            .AtEnd("the parent's question goes to a child, and a child's answer to the parent", Observe.Deliveries, Answered("what now", "WHAT NOW"))
            .WithHint("A process does not end before what it has put has found room in the queue's buffer. What must the parent do before it waits for the child's end?"),
        new Check("long-message", "A long message gets through", 2)
            .In(LongMessage)
            .That(Returns("one of many"))
            .AtEnd("the message goes from one child to another, and from that to the parent", Observe.Deliveries, Relayed("one of many"))
            .WithHint("A process does not end before what it has put has found room in the queue's buffer. What must the parent do before it waits for a child's end?"),
    ];

    private static Func<Deliveries, bool> Answered(string question, string answer) => deliveries =>
        deliveries.Has(question, from => from == Names.Root, to => to != Names.Root)
        && deliveries.Has(answer, from => from != Names.Root, to => to == Names.Root);

    private static Func<Deliveries, bool> Relayed(string message) => deliveries =>
        deliveries.Made.Any(first => first.From != Names.Root
            && first.To != Names.Root
            && first.To != first.From
            && first.Item.Contains(message, StringComparison.Ordinal)
            && deliveries.Has(message, from => from == first.To, to => to == Names.Root));

    private static AtEnd<int> Returns(string text) => new(
        $"'{text}' is returned",
        Observe.Nothing,
        (_, end) => end.Result<string>() == text,
        (_, end) => end.Result<string>() is { } other ? $"it was '{other}'" : "nothing was returned");
}
