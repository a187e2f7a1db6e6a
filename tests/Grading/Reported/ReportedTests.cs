using ExerciseKit.Tests.Cli;

namespace ExerciseKit.Tests.Grading.Reported;

/// <summary>What users report elsewhere, each of which stands for its kind: the real command, and what it says.</summary>
/// <remarks><c>dotnet test --filter FullyQualifiedName~Reported</c> tries them all.</remarks>
public sealed class ReportedTests
{
    private static readonly string[] Quick = ["exit-before-the-value", "refused-but-idle"];

    private static IEnumerable<TestCaseData> HandIns() =>
        ReportedHandIn.Names.Select(name => Quick.Contains(name) ? new TestCaseData(name) : new TestCaseData(name).SetCategory("Slow"));

    [TestCaseSource(nameof(HandIns)), CancelAfter(240_000)]
    public async Task A_hand_in_that_users_report_is_told_what_is_right(string name)
    {
        var expected = ReportedHandIn.Read(name);

        var run = await KitProcess.RunAsync(Path.GetDirectoryName(expected.Path)!, "grade", Path.GetFileName(expected.Path), "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(expected.ExitCode), run.Output + run.Error);
        var told = string.Join(' ', run.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        using (Assert.EnterMultipleScope())
        {
            foreach (var part in expected.Holds)
                Assert.That(told, Does.Contain(part));
            foreach (var part in expected.Lacks)
                Assert.That(told, Does.Not.Contain(part));
        }

        if (expected.MaxLines is { } most)
            Assert.That(run.Output.Split('\n'), Has.Length.LessThanOrEqualTo(most), run.Output);
    }
}
