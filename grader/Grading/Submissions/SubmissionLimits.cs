namespace ExerciseKit.Grading.Submissions;

/// <summary>How much of a hand-in is read.</summary>
/// <param name="MaxSourceBytes">One source file of a student. Default 1 MiB; the longest right answer known is a hundredth of that.</param>
/// <param name="MaxArchiveBytes">A zip file itself. Default 64 MiB, which leaves room for build output zipped by mistake.</param>
/// <param name="MaxArchiveEntries">Files and folders in a zip. Default 10,000.</param>
/// <param name="MaxUnpackedBytes">What a zip's entries say they unpack to, together. Default 1 GiB; only the student's files are ever unpacked.</param>
internal sealed record SubmissionLimits(
    int MaxSourceBytes = 1 << 20,
    long MaxArchiveBytes = 64L << 20,
    int MaxArchiveEntries = 10_000,
    long MaxUnpackedBytes = 1L << 30)
{
    public static SubmissionLimits Default { get; } = new();
}
