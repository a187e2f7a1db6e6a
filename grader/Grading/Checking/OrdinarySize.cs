using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Checking;

/// <summary>Keeps a result readable whatever stands in it: names, values and messages are the student's, and may be of any length.</summary>
internal static class OrdinarySize
{
    private const int MaxMessageChars = 4_000;
    private const int MaxLinkChars = 500;
    private const int MaxLinks = 200;

    /// <summary>The result with its long texts cut.</summary>
    public static CheckResult Of(CheckResult result) => result with
    {
        Message = Cut(result.Message, MaxMessageChars),
        Cycle = result.Cycle?.Take(MaxLinks).Select(link => Cut(link, MaxLinkChars)).ToEquatableArray(),
    };

    private static LocalizedText Cut(LocalizedText text, int most) => (
        text.En.Length <= most ? text.En : $"{Head(text.En, most)}… ({text.En.Length} characters)",
        text.Zh.Length <= most ? text.Zh : $"{Head(text.Zh, most)}……（共 {text.Zh.Length} 个字符）");

    private static string Head(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
