namespace ExerciseKit.Snapshots;

/// <summary>A text is not the approved one.</summary>
public sealed class SnapshotMismatchException : Exception
{
    internal SnapshotMismatchException(SnapshotFiles files, string? verified, string received)
        : base(verified is null ? NothingApproved(files, received) : Differs(files, verified, received))
    {
    }

    private static string NothingApproved(SnapshotFiles files, string received) =>
        $"""
        Nothing is approved yet: there is no {Path.GetFileName(files.Verified)}.
        {HowToApprove(files)}
        Received:
        {received}
        """;

    private static string Differs(SnapshotFiles files, string verified, string received) =>
        $"""
        The text differs from {Path.GetFileName(files.Verified)} (- approved, + received).
        {HowToApprove(files)}
        {LineDiff.Of(verified, received)}
        """;

    private static string HowToApprove(SnapshotFiles files) =>
        $"""
        If what was received is right, approve it:
          mv '{files.Received}' '{files.Verified}'
        """;
}
