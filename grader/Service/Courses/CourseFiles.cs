using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Rosters;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Service.Courses;

/// <summary>A course's file and its roster as they lie there now, read and found to be right.</summary>
/// <param name="Path">Where the course's file is.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Policy">What that says.</param>
/// <param name="RosterText">What stands in the roster; null where none is named.</param>
/// <param name="Roster">What that says; null where none is named.</param>
internal sealed record CourseFiles(string Path, string Text, CoursePolicy Policy, string? RosterText, Roster? Roster)
{
    public string Sha256 => HashOf(Text);

    public string? RosterSha256 => RosterText is null ? null : HashOf(RosterText);

    /// <summary>Reads them.</summary>
    /// <exception cref="BadInputException">One is not there, or something is wrong in it.</exception>
    public static CourseFiles Read(string path, ExerciseCatalog catalog)
    {
        var policy = CourseFile.Read(path, catalog);
        if (policy.Exercises.Count == 0)
            throw new BadInputException(($"{path} names no exercises, so nothing could be handed in. Name some under \"exercises\".", $"{path} 里没有列出练习，因此什么都提交不了。请在 \"exercises\" 下列出练习。"));
        return new CourseFiles(System.IO.Path.GetFullPath(path), File.ReadAllText(path), policy, policy.Roster is { } roster ? File.ReadAllText(roster) : null, policy.Roster is { } its ? Roster.Read(its) : null);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
