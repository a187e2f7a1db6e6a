using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.QueueIpc;

/// <summary>A question or a message, and how it must travel.</summary>
/// <param name="Text">Its text.</param>
internal sealed record Letter(string Text)
{
    private const int ShortLength = 30;

    /// <summary>The answer, where it is a question.</summary>
    public string Answer => Text.ToUpperInvariant();

    private LocalizedText Told => Text.Length switch
    {
        0 => ("is empty", "为空"),
        > ShortLength => ($"has {Text.Length} characters", $"有 {Text.Length} 个字符"),
        _ => ($"is '{Text}'", $"是“{Text}”"),
    };

    public Scenario AskedIn(LocalizedText? where = null) => Scenario.Of(($"the question {Told.En}{where?.En}", $"问题{Told.Zh}{where?.Zh}"), "Ask", Text);

    public Scenario RelayedIn(LocalizedText? where = null) => Scenario.Of(($"the message {Told.En}{where?.En}", $"消息{Told.Zh}{where?.Zh}"), "Relay", Text);

    /// <summary>Whether the question has come to a child, and an answer to the parent.</summary>
    public bool IsAnswered(Deliveries deliveries) =>
        deliveries.Made.Any(d => d.From == Names.Root && d.To != Names.Root && Carries(d.Item, Text))
        && deliveries.Made.Any(d => d.From != Names.Root && d.To == Names.Root && Carries(d.Item, Answer));

    /// <summary>Whether the message has come from a child to another, and from that to the parent.</summary>
    public bool IsRelayed(Deliveries deliveries)
    {
        var hops = deliveries.Made.Where(d => d.From != Names.Root && d.From != d.To && Carries(d.Item, Text)).ToList();
        return hops.Exists(first => hops.Exists(second => second.From == first.To && second.To == Names.Root));
    }

    // In what an empty text travels may be nothing but the sign that it ends there.
    private static bool Carries(string item, string text) => text.Length == 0 || ItemText.Carries(item, text);

    /// <summary>Whether somebody has received the question, the answer or the message that it sent itself.</summary>
    public bool HasComeBack(Deliveries deliveries) =>
        deliveries.HasOwn && deliveries.Made.Any(d => d.From == d.To && (ItemText.Carries(d.Item, Text) || ItemText.Carries(d.Item, Answer)));
}
