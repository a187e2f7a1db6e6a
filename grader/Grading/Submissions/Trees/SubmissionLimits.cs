namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>How much of a hand-in is read.</summary>
/// <param name="MaxSourceBytes">One source file of a student. Default 1 MiB; the longest right answer known is a hundredth of that.</param>
/// <param name="MaxArchiveBytes">An archive itself. Default 64 MiB, which leaves room for build output packed by mistake.</param>
/// <param name="MaxArchiveEntries">Files and folders in an archive. Default 10,000.</param>
/// <param name="MaxUnpackedBytes">What an archive's entries say they unpack to, together. Default 1 GiB; only the student's files are ever unpacked.</param>
/// <param name="MaxNameBytes">The name of an archive's entry, with its folders. Default 1,000; no system unpacks much more than 4,000.</param>
/// <param name="MaxDepth">Folders inside one another that are looked into. Default 24.</param>
/// <param name="MaxFolders">Folders that are looked into. Default 4,000.</param>
/// <param name="MaxInnerArchives">Archives in the hand-in that are opened in turn. Default 64, one for each exercise and some more.</param>
/// <param name="MaxInnerBytes">What these may take, together, before they are unpacked. Default 64 MiB.</param>
/// <param name="MaxInnerDepth">Archives inside one another, beyond the outermost. Default 2.</param>
/// <param name="MaxOwnFiles">Source files of their own that a student may add to an exercise. Default 32.</param>
/// <param name="MaxOwnBytes">What these may take, together. Default 512 KiB.</param>
internal sealed record SubmissionLimits(
    int MaxSourceBytes = 1 << 20,
    int MaxArchiveBytes = 64 << 20,
    int MaxArchiveEntries = 10_000,
    long MaxUnpackedBytes = 1L << 30,
    int MaxNameBytes = 1_000,
    int MaxDepth = 24,
    int MaxFolders = 4_000,
    int MaxInnerArchives = 64,
    int MaxInnerBytes = 64 << 20,
    int MaxInnerDepth = 2,
    int MaxOwnFiles = 32,
    int MaxOwnBytes = 512 << 10)
{
    public static SubmissionLimits Default { get; } = new();
}
