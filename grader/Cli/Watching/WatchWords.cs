using ExerciseKit.Contract;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Watching;

/// <summary>The words of watch mode.</summary>
internal static class WatchWords
{
    public static LocalizedText Solved(int solved, int all) => new($"{solved} of {all} solved", $"已完成 {solved}/{all}");

    public static LocalizedText Grading { get; } = new("checking", "正在检查");

    public static LocalizedText Points(int score, int most) => new($"{score} of {most} points", $"得 {score} 分，满分 {most} 分");

    public static LocalizedText Done { get; } = new("solved", "已完成");

    public static LocalizedText NotYet { get; } = new("nothing checked yet", "尚未检查");

    public static LocalizedText FullMarks { get; } = new("Solved. n leads to the next exercise.", "完成了！按 n 进入下一题。");

    public static LocalizedText Polling { get; } = new("(no change events come for this folder, so it is looked at every moment)", "（此文件夹收不到变更事件，因此改为不断查看）");

    public static LocalizedText LastSteps(int steps, int all) => new($"The last {steps} of {all} steps (t shows all, s goes through them):", $"共 {all} 步，最后 {steps} 步（t 看全部，s 逐步看）：");

    public static LocalizedText Waits { get; } = new("Who waits for whom:", "谁在等谁：");

    public static LocalizedText Hint(int number, int all) => new($"Hint {number} of {all}", $"提示 {number}/{all}");

    public static LocalizedText MoreHints { get; } = new("h shows the next one.", "再按 h 看下一条。");

    public static LocalizedText StepOf(int step, int all) => new($"Step {step} of {all}", $"第 {step}/{all} 步");

    public static LocalizedText StepKeys { get; } = new("← → step  t whole  c back  q quit", "← → 前后  t 全部  c 返回  q 退出");

    public static LocalizedText Ran(int exitCode) => new($"It has ended with exit code {exitCode}.", $"已结束，退出码 {exitCode}。");

    public static LocalizedText Running { get; } = new("It runs, with real processes; c stops it.", "正在用真实进程运行；按 c 停止。");

    public static LocalizedText RunTitle { get; } = new("The exercise's own program", "本题自带的程序");

    public static LocalizedText ConfirmReset(string file) => new(
        $"Put the stub of {file} back? What you have is kept beside it under a number.  y yes, any other key no",
        $"要把 {file} 恢复为最初的框架吗？你现在写的会带编号保存在旁边。按 y 确定，按其他键取消");

    public static LocalizedText Keys { get; } = new(
        "n next  p previous  h hint  t timeline  s steps  r run  l list  ? help  q quit",
        "n 下一题  p 上一题  h 提示  t 时间线  s 逐步  r 运行  l 列表  ? 帮助  q 退出");

    public static LocalizedText ListKeys { get; } = new("↑ ↓ choose  Enter go there  c back  q quit", "↑ ↓ 选择  回车 进入  c 返回  q 退出");

    public static LocalizedText BackKeys { get; } = new("↑ ↓ scroll  c back  q quit", "↑ ↓ 滚动  c 返回  q 退出");

    public static LocalizedText Typed(int digit) => new($"Exercise {digit}…  (type the second digit, or Enter)", $"练习 {digit}…（再输入一位数字，或按回车）");

    public static IReadOnlyList<LocalizedText> Help { get; } =
    [
        new("Save a file of the exercise, and it is checked at once.", "保存本题的文件，就会立即检查。"),
        new("", ""),
        new("n p      the next and the previous exercise", "n p      下一题、上一题"),
        new("0 7      the exercise of that number", "0 7      跳到该编号的练习"),
        new("l        all exercises, and which are solved", "l        所有练习，以及哪些已完成"),
        new("h        a hint; again, the next of three", "h        提示；再按看下一条，共三条"),
        new("t        the whole interleaving that breaks the first check", "t        使第一个检查出错的完整交错执行"),
        new("s        the same step by step, with your lines of code", "s        同上，逐步看，并显示你的代码行"),
        new("r        runs the exercise's own program", "r        运行本题自带的程序"),
        new("a        checks again without a save", "a        不保存也重新检查一次"),
        new("R        puts the stub back, and keeps what you have", "R        恢复最初的框架，并保留你写的内容"),
        new("c, Esc   back to the checks", "c, Esc   返回检查结果"),
        new("q        ends", "q        退出"),
    ];

    public static LocalizedText? Of(ExerciseState state) => Texts.ProgressTexts.State(state);
}
