using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A hand-in's files, wherever they lie. Paths are relative, with forward slashes; the top is the empty path.</summary>
internal interface ISubmissionTree
{
    /// <summary>The folders right inside a folder, by name; empty when it is not there.</summary>
    IReadOnlyList<string> Folders(string folder);

    /// <summary>The files right inside a folder, by name; empty when it is not there.</summary>
    IReadOnlyList<string> Files(string folder);

    /// <summary>Reads at most so many bytes of a file that is there.</summary>
    FileContent Read(string path, int maxBytes);
}

/// <summary>What reading a file gave.</summary>
internal abstract record FileContent;

/// <summary>The whole file.</summary>
internal sealed record WholeFile(byte[] Bytes) : FileContent;

/// <summary>It is longer than was asked for.</summary>
internal sealed record TooLongFile : FileContent;

/// <summary>It can't be read.</summary>
/// <param name="Reason">Ends the sentence "… can't be read:".</param>
internal sealed record UnreadableFile(LocalizedText Reason) : FileContent;
