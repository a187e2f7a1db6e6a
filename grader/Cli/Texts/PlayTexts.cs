using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Texts;

/// <summary>What is said of a play.</summary>
internal static class PlayTexts
{
    public static LocalizedText TwoHandIns { get; } = (
        "--solution plays the course's own solution, --game a wrong program of the exercise's, --hand-in another; name one of them.",
        "--solution 演练参考答案，--game 演练练习自带的错误程序，--hand-in 演练另一份；请只用其中一个。");

    public static LocalizedText WithJson { get; } = (
        "--json plays without a browser; leave out --open and --port.",
        "--json 不用浏览器；请去掉 --open 和 --port。");

    public static LocalizedText PortTaken(int port, string why) => (
        $"Port {port} can't be used ({why.TrimEnd('.')}). Name another with --port, or leave it out: then one that is free is taken.",
        $"端口 {port} 无法使用（{why.TrimEnd('.')}）。请用 --port 换一个，或者去掉它：那样会用一个空闲的端口。");

    /// <remarks>With the address: whether a browser has opened it, nobody tells.</remarks>
    public static LocalizedText Playing(Uri address) => (
        $"Play at {address.AbsoluteUri}\nThe address is for you alone. Ctrl-C ends the play.",
        $"在这里演练：{address.AbsoluteUri}\n这个地址只供你自己使用。按 Ctrl-C 结束演练。");

    public static LocalizedText NotOpened(string why) => (
        $"No browser could be started ({why}). Open the address yourself.",
        $"无法启动浏览器（{why}）。请自己打开上面的地址。");
}
