using ExerciseKit.Contract;

namespace ExerciseKit.Session.Watching;

/// <summary>What a watch session says by itself.</summary>
internal static class WatchTexts
{
    public static LocalizedText NoSuchNumber(int number) => new($"There is no exercise {number:00}.", $"没有编号为 {number:00} 的练习。");

    public static LocalizedText NoStory { get; } = new("There is no interleaving to show: nothing was found that breaks a check by its order.", "没有可显示的交错执行：没有发现因执行顺序而出错的检查。");

    public static LocalizedText ToolIsGone { get; } = new("The tool was updated or removed while it ran here. Quit by q, and start kit again.", "工具在运行期间被更新或移除了。请按 q 退出，然后重新启动 kit。");
}
