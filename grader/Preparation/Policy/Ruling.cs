using ExerciseKit.Contract;

namespace ExerciseKit.Preparation.Policy;

/// <summary>What the allow-list says of a type or a member.</summary>
/// <param name="IsAllowed">Whether graded code may use it.</param>
/// <param name="Instead">What to use instead, where it may not.</param>
/// <param name="IsStated">Whether a line of the list says so, and not the mere absence of one.</param>
internal sealed record Ruling(bool IsAllowed, LocalizedText Instead, bool IsStated)
{
    public static Ruling Allowed { get; } = new(true, LocalizedText.Empty, true);

    public static Ruling Unlisted { get; } = new(
        false,
        ("the kit's primitives and plain C# (collections, LINQ, strings, numbers, JSON)", "本课程的各种原语和普通的 C#（集合、LINQ、字符串、数字、JSON）"),
        false);

    public static Ruling Refused(LocalizedText instead) => new(false, instead, true);
}
