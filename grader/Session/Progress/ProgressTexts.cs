using ExerciseKit.Contract;

namespace ExerciseKit.Session.Progress;

/// <summary>What is said of the progress file.</summary>
internal static class ProgressTexts
{
    public static LocalizedText Newer(string path) => new(
        $"{path} was written by a newer kit, so this one reads what it knows and writes nothing there. Update the tool: dotnet tool update -g ExerciseKit.Tool.",
        $"{path} 是由更新版本的 kit 写的，所以当前版本只读取它认识的内容，不作改写。请更新工具：dotnet tool update -g ExerciseKit.Tool。");

    public static LocalizedText Unreadable(string path, string why) => new(
        $"{path}, where progress stands, can't be read: {why.TrimEnd('.')}. Progress is neither shown nor written until it can.",
        $"无法读取记录进度的 {path}：{why.TrimEnd('.')}。在能读取之前，进度既不显示也不记录。");

    public static LocalizedText Damaged(string path, string aside) => new(
        $"{path} held no text, so progress begins anew there. What it held stands in {aside}.",
        $"{path} 里不是文本，因此重新开始记录进度。原来的内容保存在 {aside}。");

    public static LocalizedText Busy(string path) => new(
        $"{path} is being written by another kit that does not finish, so progress was not noted. End that one, and check the exercise again.",
        $"另一个 kit 一直占用着 {path}，因此这次进度没有记录。请结束它，然后重新检查这个练习。");
}
