using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Texts;

/// <summary>What is said of a student's folder.</summary>
internal static class FolderTexts
{
    /// <param name="root">The folder.</param>
    /// <param name="exercises">How many are in it.</param>
    /// <param name="asked">What to go to first; null for the folder one is in.</param>
    /// <param name="first">The first exercise.</param>
    public static LocalizedText Made(string root, int exercises, string? asked, Exercise first) => new(
        $"{root} holds {exercises} exercises now.\n{(asked is null ? "" : $"Go there:     cd {asked}\n")}Read first:   exercises/{first.Id}/README.md\nThen write:   exercises/{first.Id}/{first.Files[0]}\nSee it run:   dotnet run --project exercises/{first.Id}\nCheck it:     kit check {first.Id[..2]}, or kit alone, which checks at each save",
        $"{root} 里现在有 {exercises} 个练习。\n{(asked is null ? "" : $"先进入：      cd {asked}\n")}先读题目：    exercises/{first.Id}/README.md\n然后写：      exercises/{first.Id}/{first.Files[0]}\n运行看看：    dotnet run --project exercises/{first.Id}\n检查：        kit check {first.Id[..2]}；或只输入 kit，每次保存时自动检查");

    public static LocalizedText WasThere(string root, int written) => new(
        written == 0 ? $"{root} is a course folder already; nothing was missing, and nothing was changed." : $"{root} is a course folder already; what was missing has been written ({Counted.Of(written, "file")}), and nothing of yours was changed.",
        written == 0 ? $"{root} 已经是课程文件夹；什么也不缺，没有作任何改动。" : $"{root} 已经是课程文件夹；补上了缺少的 {written} 个文件，你写的内容没有改动。");

    public static LocalizedText Updated(int changed, string version) => new(
        changed == 0 ? $"The folder is as kit {version} has it." : $"{Counted.Of(changed, "file")} changed to what kit {version} has; your own stayed as they were.",
        changed == 0 ? $"文件夹与 kit {version} 一致，无需更新。" : $"已按 kit {version} 更新 {changed} 个文件；你自己的文件没有改动。");

    public static LocalizedText Fate(FolderChange change) => change.Fate switch
    {
        FileFate.Written => new($"new       {change.Path}", $"新增  {change.Path}"),
        FileFate.Renewed => new($"renewed   {change.Path}", $"更新  {change.Path}"),
        FileFate.KeptBesideNewer => new($"yours     {change.Path} (you changed it, so it stays; the kit's newer one is {change.Path}.new)", $"保留  {change.Path}（你改过，所以没有动；kit 的新版本在 {change.Path}.new）"),
        FileFate.Kept => new($"yours     {change.Path}", $"保留  {change.Path}"),
        _ => new($"the same  {change.Path}", $"相同  {change.Path}"),
    };

    public static LocalizedText IsTheKits(string root, string above) => new(
        $"{(root == above ? root : $"{root}, in {above},")} holds the course itself, not a student's folder. Name an empty folder elsewhere: kit init DIR.",
        $"{(root == above ? root : $"{root}（位于 {above}）")} 是课程本身，不是学生的文件夹。请在别处指定一个空文件夹：kit init DIR。");

    public static LocalizedText IsInside(string root, string above) => new(
        $"{root} is inside {above}, which is a course folder already. Work there, or name a folder outside it.",
        $"{root} 位于 {above} 里，而后者已经是课程文件夹。请在那里做练习，或指定它之外的文件夹。");
}
