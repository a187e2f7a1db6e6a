using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Online;

/// <summary>What is said while something is handed in on line.</summary>
internal static class SubmitTexts
{
    public static LocalizedText NoAddress(string said) => (
        $"\"{said}\" is no address. Write it as https://kit.example.edu, or give the personal link that your teacher sent you.",
        $"“{said}”不是地址。请写成 https://kit.example.edu 的形式，或者给出老师发给你的个人链接。");

    public static LocalizedText NotSignedIn(Uri address) => (
        $"You are not signed in at {address.Authority}. Make a link on its page, under your name, and call: kit submit LINK. A link is good once; the tool stays signed in after that.",
        $"你还没有登录 {address.Authority}。请在它的网页上点你的名字，生成一个链接，然后运行：kit submit 链接。链接只能用一次，之后工具会保持登录。");

    public static LocalizedText InTheClear(Uri address) => (
        $"{address.Authority} is not reached by HTTPS: whoever is on the way can read along.",
        $"{address.Authority} 没有使用 HTTPS：途经的人都能看到内容。");

    public static LocalizedText HandedIn(Uri page, bool isSame) => isSame
        ? ($"This is the same as you handed in before; no attempt was charged. See {page}", $"这和你之前提交的一样，不计入提交次数。请看 {page}")
        : ($"Handed in. See {page}", $"已提交。请看 {page}");

    public static LocalizedText AskLate(string question) => (
        $"{question} Then add --late.",
        $"{question}如果是，请加上 --late。");
}
