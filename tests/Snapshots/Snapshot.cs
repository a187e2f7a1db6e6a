using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace ExerciseKit.Snapshots;

/// <summary>Holds a text against the one approved beside the test's source, in Verify's files and with Verify's calls.</summary>
/// <remarks>
/// The calls and the files are those of Verify.NUnit, so that the same tests compile and pass against the real one
/// (<c>-p:UseVerify=true</c>) where it can be had.
/// </remarks>
public static class Snapshot
{
    /// <summary>Fails unless <paramref name="target"/> equals the approved <c>.verified.{extension}</c> file.</summary>
    /// <exception cref="SnapshotMismatchException">The text differs, or none is approved; the received one was written.</exception>
    public static Task Verify(string? target, string extension = "txt", [CallerFilePath] string sourceFile = "")
    {
        var test = TestContext.CurrentContext.Test;
        if (test is not { Type: { } fixture, MethodInfo: { } method })
            throw new InvalidOperationException($"Test {test.FullName} has no method to name a snapshot after; call Verify from a test method.");
        var files = SnapshotFiles.Of(sourceFile, fixture, method, test.Arguments, extension);
        return files.CompareAsync(target ?? "", TestContext.CurrentContext.CancellationToken);
    }
}
