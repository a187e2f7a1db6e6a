using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.QueueIpc;

/// <summary>What 10-queue-ipc must hold. In what the texts travel is the hand-in's affair.</summary>
public sealed class QueueIpcChecks() : ExerciseChecks("10-queue-ipc")
{
    private static readonly LocalizedText WithoutRoom = (", longer than a queue's buffer", "，比队列的缓冲区长");

    // Letters that are no ASCII, signs that JSON writes otherwise, blanks at the ends, and nothing at all.
    private static readonly Family<Letter> Questions = Family.Of(
        "questions", Words, new Letter("ping"), new Letter("Zoë, where is \"tea\"?"), new Letter(""));

    private static readonly Family<Letter> Messages = Family.Of(
        "messages", Words, new Letter("tea at four"), new Letter("  two\n\"lines\", café\\ "), new Letter(""));

    // Nothing has room in the buffer: so a few characters stand for many.
    private static readonly Family<Letter> LongQuestions = Family.Of("long questions", Words, new Letter("what now"), Long("Why? "));

    private static readonly Family<Letter> LongMessages = Family.Of("long messages", Words, new Letter("one of many"), Long("and so on "));

    public override LiveRun Live { get; } = new(Scenario.Of(("a message of 100,000 characters", "100,000 个字符的消息"), "Relay", new string('x', 100_000)), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("ask", ("The child answers what it was asked", "子进程回答问它的问题"), 3)
            .Each(draw.Of(Questions), (check, letter) => Answered(check.In(letter.AskedIn()), letter)
                .Never(("nobody receives the question or the answer that it sent itself", "谁也没有收到自己发出的问题或回答"), Observe.Deliveries, letter.HasComeBack))
            .WithHint(("If both put into one queue, who is to say which of them takes what?", "如果两边都往同一个队列里放，怎么知道谁会取到什么？")),
        new Check("relay", ("The message goes from child to child to the parent", "消息从一个子进程到另一个子进程，再到父进程"), 3)
            .Each(draw.Of(Messages), (check, letter) => Relayed(check.In(letter.RelayedIn()), letter)
                .Never(("nobody receives the message that it sent itself", "谁也没有收到自己发出的消息"), Observe.Deliveries, letter.HasComeBack))
            .WithHint(("Between which two processes does each queue run, and does anybody else take from it?", "每个队列连接哪两个进程？还有别人从里面取吗？")),
        new Check("long-question", ("A long question and its answer get through", "长的问题和它的回答都能送到"), 2)
            .Each(draw.Of(LongQuestions), (check, letter) => Answered(check.In(letter.AskedIn(WithoutRoom).WithQueueBuffer(0)), letter))
            .WithHint(("A process does not end before what it has put has found room in the queue's buffer. What must the parent do before it waits for the child's end?", "进程放进队列的东西还没有在缓冲区里找到位置，它就不会结束。父进程在等子进程结束之前必须先做什么？")),
        new Check("long-message", ("A long message gets through", "长的消息能送到"), 2)
            .Each(draw.Of(LongMessages), (check, letter) => Relayed(check.In(letter.RelayedIn(WithoutRoom).WithQueueBuffer(0)), letter))
            .WithHint(("A process does not end before what it has put has found room in the queue's buffer. What must the parent do before it waits for a child's end?", "进程放进队列的东西还没有在缓冲区里找到位置，它就不会结束。父进程在等子进程结束之前必须先做什么？")),
    ];

    private static Check Answered(Check check, Letter letter) => check
        .That(Returns(letter.Answer))
        .AtEnd(("the parent's question goes to a child, and a child's answer to the parent", "父进程的问题到了子进程，子进程的回答到了父进程"), Observe.Deliveries, letter.IsAnswered);

    private static Check Relayed(Check check, Letter letter) => check
        .That(Returns(letter.Text))
        .AtEnd(("the message goes from one child to another, and from that to the parent", "消息从一个子进程到了另一个子进程，再到父进程"), Observe.Deliveries, letter.IsRelayed);

    private static AtEnd<int> Returns(string text) => new(
        ($"'{Shortened(text)}' is returned", $"返回“{Shortened(text)}”"),
        Observe.Nothing,
        (_, end) => end.Result<string>() == text,
        (_, end) => end.Result<string>() is { } other ? Told(other, text) : ("nothing was returned", "什么也没有返回"));

    private static LocalizedText Told(string other, string text)
    {
        if (Shortened(other) != Shortened(text))
            return ($"it was '{Shortened(other)}'", $"返回的是“{Shortened(other)}”");
        var same = other.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        return (
            $"it was a text of {other.Length} characters in place of {text.Length}, with another one from character {same + 1} on",
            $"返回的文本有 {other.Length} 个字符，而不是 {text.Length} 个，从第 {same + 1} 个字符起不同");
    }

    private static Letter Words(Chance chance) => new(string.Join(' ', Enumerable.Range(0, chance.From(1, 3)).Select(_ =>
        chance.OneOf("tea", "Or", "coffee?", "no", "NEWS", "naïve", "\"so\"", "3", "o'clock", "ünder", "at,", "Aß"))));

    private static Letter Long(string text) => new(string.Concat(Enumerable.Repeat(text, 1_200 / text.Length)));

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
