using ExerciseKit.Contract;

namespace ExerciseKit.Reports.Console;

/// <summary>What stands before the facts of a check that did not hold.</summary>
internal static class FactWords
{
    public static LocalizedText Waits { get; } = ("waits", "等待");

    public static LocalizedText Scenario { get; } = ("scenario", "场景");

    public static LocalizedText Found { get; } = ("found", "依据");

    public static LocalizedText Lines { get; } = ("lines", "代码行");

    public static LocalizedText Hint { get; } = ("hint", "提示");

    public static LocalizedText Steps { get; } = ("steps", "步骤");

    public static LocalizedText Replay { get; } = ("replay", "重放");

    public static LocalizedText Replayed { get; } = ("replayed", "已重放");

    public static LocalizedText Expected { get; } = ("expected", "应为");

    public static LocalizedText Came { get; } = ("came", "实为");

    public static LocalizedText StepsAreInJson { get; } = (
        "left out here, since those above are many: --format json has them, and a token for kit replay",
        "上面的已经很多，这里从略：用 --format json 可以看到，还有供 kit replay 用的令牌");

    public static LocalizedText TokenIsTooLong { get; } = (
        "too long to copy from here: grade with --format json --out FILE, save this check's \"replay\" as TOKEN.txt, and use kit replay @TOKEN.txt",
        "令牌太长，不便从这里复制：请用 --format json --out FILE 评分，把这一检查项的 \"replay\" 存为 TOKEN.txt，再执行 kit replay @TOKEN.txt");
}
