using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Grading.Submissions;

/// <summary>The student's files of a hand-in, as they are compiled.</summary>
/// <param name="Hash">The hand-in's hash, as a result of these exercises names it.</param>
/// <param name="Files">The files.</param>
public sealed record HandInFiles(string Hash, IReadOnlyList<HandInFile> Files)
{
    /// <summary>Reads them; nothing is compiled or run.</summary>
    /// <param name="path">The hand-in, as for a grading.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <param name="ids">The exercises whose files are wanted.</param>
    /// <exception cref="BadInputException">There is no hand-in at the path.</exception>
    public static HandInFiles Read(string path, ExerciseCatalog catalog, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var submission = SubmissionReader.Read(path, catalog, ids);
        return new HandInFiles(
            submission.Hash,
            [.. submission.Exercises.SelectMany(e => e.Files.Concat(e.Own), (e, file) => new HandInFile(e.Exercise.Id, file.Name, Encoding.UTF8.GetString(file.Bytes)))]);
    }
}

/// <summary>One of them.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Name">The file's name, as steps name it.</param>
/// <param name="Text">What is in it.</param>
public sealed record HandInFile(string Exercise, string Name, string Text);
