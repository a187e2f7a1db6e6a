using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Packing;

/// <summary>A packed hand-in, read and held against its manifest.</summary>
public sealed class PackedHandIn
{
    private PackedHandIn(ManifestCheck check) =>
        (Manifest, Files, Faults, Notes) = (check.Manifest, check.Files, check.Faults, check.Notes);

    /// <summary>What it says of itself.</summary>
    public HandInManifest Manifest { get; }

    /// <summary>The files that are as the manifest says.</summary>
    public IReadOnlyList<(string Path, byte[] Bytes)> Files { get; }

    /// <summary>Where it differs from its manifest, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What is no fault but is to be said, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads one.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <exception cref="BadInputException">It can't be read, or was not packed by the kit.</exception>
    public static PackedHandIn Open(string path, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var tree = SubmissionReader.Archive(path, SubmissionLimits.Default);
        return ManifestCheck.Of(tree, catalog, SubmissionLimits.Default) is { } check
            ? new PackedHandIn(check)
            : throw new BadInputException(($"{path} holds no {HandInManifest.FileName}, so it was not packed by `kit pack`, or somebody has packed it again. `kit grade` grades it all the same.", $"{path} 里没有 {HandInManifest.FileName}，说明它不是用 `kit pack` 打的包，或者有人重新打包过。`kit grade` 照样可以给它评分。"));
    }
}
