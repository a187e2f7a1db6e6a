using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Courses;

/// <summary>What differs between a course's files and what was taken of them: shown before it counts.</summary>
internal static class CourseDifference
{
    /// <summary>The lines that differ, each with <c>+</c> or <c>-</c> before it.</summary>
    public static IReadOnlyList<string> Of(CourseRow taken, CourseFiles files) =>
        [.. Lines(taken.Text, files.Text), .. Lines(taken.RosterText ?? "", files.RosterText ?? "")];

    /// <summary>The same with what to do.</summary>
    public static LocalizedText Words(CourseRow taken, CourseFiles files)
    {
        var lines = string.Concat(Of(taken, files).Select(l => $"  {l}\n"));
        return (
            $"{files.Path}, or its roster, is not as it was taken, and what was taken counts still. This differs:\n{lines}Start with --take-course to take it.",
            $"{files.Path} 或其名单与当初采用的不同，目前仍以采用的为准。不同之处：\n{lines}要采用它，请加上 --take-course 启动。");
    }

    /// <summary>The lines of two texts that differ.</summary>
    public static IReadOnlyList<string> Lines(string before, string after) =>
    [
        .. InlineDiffBuilder.Diff(before, after).Lines
            .Where(l => l.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(l => $"{(l.Type == ChangeType.Inserted ? '+' : '-')} {l.Text}"),
    ];
}
