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

    public static LocalizedText AllAndSome { get; } = new("--all means every exercise: name none beside it.", "--all 表示所有练习，不要再另外指定练习。");

    public static LocalizedText NoTerminal { get; } = new(
        "kit watch shows a screen and reads keys, so it needs a terminal, and this is none. Use kit check.",
        "kit watch 要显示画面并读取按键，需要终端，而这里不是终端。请用 kit check。");

    private static string Relative(StudentFolder folder, Exercise exercise, string name) =>
        Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder.Of(exercise), name));
}
