namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A file or folder in an archive.</summary>
/// <param name="Name">Its path in it: relative, with forward slashes, none at the end.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Read">Reads at most so many bytes of it.</param>
internal sealed record ArchiveEntry(string Name, bool IsFolder, Func<int, FileContent> Read);
