using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Texts;

/// <summary>What is said of reports that are written.</summary>
internal static class ReportTexts
{
    public static LocalizedText NoFormat { get; } = new(
        "Say in which form the result is wanted: --html FILE for a page to look at, --format FORMAT for another system, or both.",
        "请指定结果的形式：--html FILE 生成可查看的网页，--format FORMAT 供其他系统使用，也可以两者都要。");

    public static LocalizedText OpenWithoutPage { get; } = new(
        "--open opens the page that --html FILE writes; say where.",
        "--open 打开 --html FILE 生成的网页，请指定文件。");

    /// <remarks>With the address: whether a browser has opened it, nobody tells.</remarks>
    public static LocalizedText Written(string file, Uri address) => new($"The page is in {file}: {address.AbsoluteUri}", $"网页在 {file}：{address.AbsoluteUri}");

    public static LocalizedText NotOpened(Uri address, string why) => new(
        $"No browser could be started ({why}). Open this address yourself: {address.AbsoluteUri}",
        $"无法启动浏览器（{why}）。请自己打开这个地址：{address.AbsoluteUri}");

    public static LocalizedText Changed(string handIn) => new(
        $"{handIn} is not what was graded: the page shows no code. Grade it again, or name what was graded with --hand-in.",
        $"{handIn} 不是被评分的那一份：网页不显示代码。请重新评分，或用 --hand-in 指定被评分的文件。");
}
