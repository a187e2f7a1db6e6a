using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Texts;

/// <summary>What <c>kit hint</c> says around a hint.</summary>
internal static class HintTexts
{
    public static LocalizedText Heading(string exercise, int number, int count) => new($"{exercise}, hint {number} of {count}", $"{exercise}，提示 {number}/{count}");

    public static LocalizedText FailureHeading(string exercise, int number, int count) => new($"{exercise}, from your first failed check: hint {number} of {count}", $"{exercise}，来自你第一项未通过的检查：提示 {number}/{count}");

    public static LocalizedText NoSuch(int number, string exercise, int count) => new(
        $"--step {number} is no hint of {exercise}; it has hints 1 to {count}.",
        $"{exercise} 没有第 {number} 条提示；它有第 1 到第 {count} 条。");

    /// <summary>How to get the next hint.</summary>
    /// <param name="isWritten">Whether it is of the same kind; else it is the first that comes of the student's own answer.</param>
    public static LocalizedText Next(string exercise, int number, bool isWritten) => isWritten
        ? new($"The next one: kit hint {exercise} --step {number}", $"下一条：kit hint {exercise} --step {number}")
        : new($"What fails in yours: kit hint {exercise} --step {number}", $"看看你的代码哪里没通过：kit hint {exercise} --step {number}");

    public static LocalizedText AllHold(string exercise) => new($"All checks of {exercise} hold: there is nothing more to hint at.", $"{exercise} 的检查全部通过，没有更多提示了。");
}
