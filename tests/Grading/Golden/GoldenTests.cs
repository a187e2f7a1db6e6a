using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Tests.Cli;
using ExerciseKit.Tests.Texts;

namespace ExerciseKit.Tests.Grading.Golden;

/// <summary>Whole hand-ins, and what a student is told of each.</summary>
[NonParallelizable]
public sealed class GoldenTests
{
    private static readonly TimeSpan Reaping = TimeSpan.FromSeconds(30);

    private static IEnumerable<TestCaseData> HandIns() =>
        GoldenHandIn.Names.Select(name => GoldenHandIn.Read(name).IsSlow
            ? new TestCaseData(name).SetCategory("Slow")
            : new TestCaseData(name));

    [TestCaseSource(nameof(HandIns)), CancelAfter(240_000)]
    public async Task A_hand_in_is_told_what_is_expected_of_it_and_leaves_nothing_behind(string name, CancellationToken cancellation)
    {
        using var temp = new PrivateTemp();
        var expected = GoldenHandIn.Read(name);

        var result = await Repository.Grader.GradeAsync(new GradeRequest(GoldenHandIn.Source(name), [expected.Exercise]), null, cancellation);

        Assert.That(temp.AllEndWithin(Reaping), Is.True, $"Processes are left: {string.Join(", ", temp.Processes)}.");
        Assert.That(temp.Files, Is.Empty, "Files are left.");
        Assert.That(result.Fault, Is.Null);
        var exercise = result.Exercises.Single();
        Assert.That(exercise.Checks, Is.Not.Empty);
        Assert.That(expected.Checks?.Keys.Except(exercise.Checks.Select(c => c.Id)) ?? [], Is.Empty, "The expectation names checks that there are not.");
        using (Assert.EnterMultipleScope())
        {
            foreach (var check in exercise.Checks)
                Hold(check, expected.Of(check.Id));
            foreach (var part in expected.Output ?? [])
                Assert.That(exercise.Output.Head + exercise.Output.Tail, Does.Contain(part));
            foreach (var text in TextsOf(exercise))
            {
                Assert.That(ChineseReading.EnglishIn(text.Zh, NamesIn(expected.Exercise)), Is.Empty, text.Zh);
                Assert.That(ChineseReading.IsIn(text.En), Is.False, text.En);
            }
        }
    }

    [TestCase("crash-in-a-child", Category = "Slow")]
    [TestCase("deadlock-lock-never-released", Category = "Slow")]
    [TestCase("policy-thread")]
    [CancelAfter(120_000)]
    public async Task The_command_tells_the_same_on_the_terminal(string name)
    {
        using var temp = new PrivateTemp();
        var expected = GoldenHandIn.Read(name);

        var run = await KitProcess.RunAsync(temp.Path, "grade", GoldenHandIn.Source(name), "--exercise", expected.Exercise, "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        var told = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in expected.Each!.Message!)
            Assert.That(told, Does.Contain(part.Trim()));
        Assert.That(run.Error, Is.Empty);
        Assert.That(temp.AllEndWithin(Reaping), Is.True, $"Processes are left: {string.Join(", ", temp.Processes)}.");
        Assert.That(temp.Files, Is.Empty, "Files are left.");
    }

    /// <summary>All that a student is told in words.</summary>
    private static IEnumerable<LocalizedText> TextsOf(ExerciseResult exercise) =>
    [
        exercise.Title,
        .. exercise.Remarks,
        .. exercise.Checks.SelectMany(c => ((LocalizedText?[])[c.Title, c.Message, c.Hint, c.Scenario, c.Bound, c.Larger]).OfType<LocalizedText>().Concat(c.Cycle ?? [])),
        .. exercise.Checks.SelectMany(c => c.Timeline).SelectMany(s => (LocalizedText[])[s.Operation, s.Result]),
    ];

    private static HashSet<string> NamesIn(string exercise) =>
        [.. CheckCatalog.Drawn(exercise, 1).SelectMany(c => c.All).SelectMany(c => c.Scenarios).SelectMany(s => Regex.Matches(s.Arguments.Json, "[A-Za-z]+").Select(m => m.Value))];

    private static void Hold(CheckResult check, ExpectedCheck expected)
    {
        var status = expected.Verdict switch
        {
            Verdict.Passed => CheckStatus.Passed,
            Verdict.Nondeterministic => CheckStatus.Error,
            _ => CheckStatus.Failed,
        };
        Assert.That((check.Id, check.Status, check.Verdict), Is.EqualTo((check.Id, status, expected.Verdict)), check.Message.En);
        Assert.That(check.Points, Is.EqualTo(status == CheckStatus.Passed ? check.MaxPoints : 0), check.Id);
        Assert.That(check.ReliesOnTiming, Is.EqualTo(expected.ReliesOnTiming), check.Id);
        foreach (var part in expected.Message ?? [])
            Assert.That(check.Message.En, Does.Contain(part), check.Id);
        Assert.That(check.Message.En, Does.Not.Contain("   at "), "A stack trace is not for students.");
        foreach (var part in expected.Cycle ?? [])
            Assert.That((check.Cycle ?? []).Select(link => link.En), Has.Some.Contains(part), check.Id);
        Assert.That(check.Cycle is null, Is.EqualTo(expected.Cycle is null), $"{check.Id} has the cycle: {string.Join("; ", (check.Cycle ?? []).Select(link => link.En))}");
        if (expected.TimeMs is { } time)
            Assert.That(check.Timeline[^1].TimeMs, Is.EqualTo(time), $"{check.Id}: the program's own time");
        if (check.Verdict is Verdict.Deadlock or Verdict.Livelock)
            Assert.That(check.Certainty, Is.EqualTo(Certainty.Proved), $"{check.Id}: somebody's patience ran out.");
    }
}
