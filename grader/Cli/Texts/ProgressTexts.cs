using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Texts;

/// <summary>What is said of how far a student is.</summary>
internal static class ProgressTexts
{
    /// <summary>An exercise's state; null for one that is open.</summary>
    public static LocalizedText? State(ExerciseState state) => state switch
    {
        ExerciseState.Solved => new("solved", "已完成"),
        ExerciseState.ToBeChecked => new("changed since it was solved: to be checked again", "完成后又改过：需要重新检查"),
        _ => null,
    };

    public static LocalizedText Count(int solved, int all) => new($"{solved} of {all} solved.", $"已完成 {solved} / {all}。");

    public static LocalizedText Next(Exercise exercise, StudentFolder folder, ExerciseState state) => new(
        $"{exercise.Id}  {exercise.Title.En}{(state == ExerciseState.ToBeChecked ? " (changed since it was solved)" : "")}\nRead:   {Relative(folder, exercise, "README.md")}\nWrite:  {string.Join(", ", exercise.Files.Select(f => Relative(folder, exercise, f)))}\nCheck:  kit check {exercise.Id}",
        $"{exercise.Id}  {exercise.Title.Zh}{(state == ExerciseState.ToBeChecked ? "（完成后又改过）" : "")}\n题目：  {Relative(folder, exercise, "README.md")}\n要写：  {string.Join("，", exercise.Files.Select(f => Relative(folder, exercise, f)))}\n检查：  kit check {exercise.Id}");

    public static LocalizedText AllSolved(int count) => new($"All {count} exercises are solved.", $"全部 {count} 个练习都已完成。");

    public static LocalizedText WasReset(string file, string? kept) => kept is null
        ? new($"{file} holds the stub again.", $"{file} 已恢复为最初的框架。")
        : new($"{file} holds the stub again; what you had is in {Path.GetFileName(kept)} beside it.", $"{file} 已恢复为最初的框架；你原来写的保存在旁边的 {Path.GetFileName(kept)}。");

    public static LocalizedText IsStub(Exercise exercise) => new($"{exercise.Id} holds its stub already; nothing was changed.", $"{exercise.Id} 本来就是最初的框架，没有作任何改动。");

    public static LocalizedText NoResetHere(string root) => new(
        $"{root} is the course itself, whose stubs are these very files. Use git to get one back.",
        $"{root} 是课程本身，框架就是这些文件。请用 git 恢复。");

    public static LocalizedText Learnt { get; } = new("What this shows:", "这道题说明：");

    public static LocalizedText NotSolvedYet(Exercise exercise) => new(
        $"{exercise.Id} is not solved as it stands in your folder, so its solution stays hidden. `kit check {exercise.Id}` tells what is missing.",
        $"你文件夹里现在的 {exercise.Id} 还没有完成，所以先不显示参考答案。用 `kit check {exercise.Id}` 看看还差什么。");

    public static LocalizedText NoSolutions(Exercise exercise) => new(
        $"This kit holds no solution of {exercise.Id}: solutions come with the teacher's course. Ask whoever gives the course.",
        $"这个 kit 里没有 {exercise.Id} 的参考答案：参考答案随教师的课程提供。请向授课老师索取。");

    public static LocalizedText SameAsSolution(string file) => new($"{file} is the same in both.", $"{file} 两者完全相同。");

    public static LocalizedText Yours { get; } = new("yours", "你的");

    public static LocalizedText TheCourses { get; } = new("the course's", "参考答案");

    public static LocalizedText AllAndSome { get; } = new("--all means every exercise: name none beside it.", "--all 表示所有练习，不要再另外指定练习。");

    public static LocalizedText NoTerminal { get; } = new(
        "kit watch shows a screen and reads keys, so it needs a terminal, and this is none. Use kit check.",
        "kit watch 要显示画面并读取按键，需要终端，而这里不是终端。请用 kit check。");

    private static string Relative(StudentFolder folder, Exercise exercise, string name) =>
        Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder.Of(exercise), name));
}
