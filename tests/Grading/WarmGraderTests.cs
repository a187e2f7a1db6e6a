using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Tests.Cli;

namespace ExerciseKit.Tests.Grading;

/// <summary>Gradings one after the other in one process.</summary>
[NonParallelizable, CancelAfter(180_000)]
public sealed class WarmGraderTests
{
    [Test]
    public async Task What_was_made_ready_changes_no_result(CancellationToken cancellation)
    {
        await using var grader = new WarmGrader(Repository.Root);
        var request = new GradeRequest(Repository.Solution("05-daemon"), ["05-daemon"]);

        var cold = await grader.GradeAsync(request, null, cancellation);
        grader.GetReadyForTheSame();
        grader.GetReadyForTheSame();
        var warm = await grader.GradeAsync(request, null, cancellation);
        // Nobody takes these: they are ended with the grader.
        grader.GetReadyForTheSame();

        Assert.That(warm.Exercises.Single(), Is.EqualTo(cold.Exercises.Single()));
        Assert.That(warm.Exercises.Single().Checks.Select(c => c.Status), Is.All.EqualTo(CheckStatus.Passed));
    }

    [Test, NeedsLinux]
    public async Task A_hand_in_that_can_not_be_read_leaves_no_host(CancellationToken cancellation)
    {
        await using var grader = new WarmGrader(Repository.Root);
        await grader.GradeAsync(new GradeRequest(Repository.Solution("05-daemon"), ["05-daemon"]), null, cancellation);
        var before = Hosts();
        grader.GetReadyForTheSame();
        Assert.That(() => Hosts(), Is.GreaterThan(before).After(60_000, 20), "some must have been started ahead");

        Assert.That(() => grader.GradeAsync(new GradeRequest("/nowhere/at/all", []), null, cancellation), Throws.InstanceOf<BadInputException>());

        Assert.That(() => Hosts(), Is.EqualTo(before).After(60_000, 20));
    }

    private static int Hosts() => ProcessTree.Descendants(Environment.ProcessId).Count(id => ProcessTree.CommandLine(id).Split(' ').Contains(HostCommand.AgentMode));
}
