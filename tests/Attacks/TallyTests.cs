using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>What the attack tests count can be other than zero.</summary>
[NonParallelizable, NeedsLinux]
public sealed class TallyTests
{
    private const string Left = "/tmp/kit-attack-control";

    [Test]
    public void An_attack_that_was_refused_or_failed_counts_as_one_and_no_more() =>
        Assert.That(Of(Harmless, Harmless with { Attack = "other", Result = null, Refusal = "No." }), Is.EqualTo("attacks 2, escaped 0, leaked 0, grader faults 0"));

    [Test]
    public void One_that_reached_something_or_gained_a_point_has_escaped() =>
        Assert.That(Of(Harmless with { Reached = ["the secret"] }, Harmless with { Attack = "other", Result = Result(points: 1) }), Is.EqualTo("attacks 2, escaped 2, leaked 0, grader faults 0"));

    [Test]
    public void What_it_left_and_what_it_broke_is_counted() =>
        Assert.That(Of(Harmless with { Left = ["a file", "a process"], GraderFault = "It crashed." }), Is.EqualTo("attacks 1, escaped 0, leaked 1, grader faults 1"));

    [Test, CancelAfter(60_000)]
    public async Task Without_the_two_walls_the_same_look_around_finds_an_escape_and_a_leak(CancellationToken cancellation)
    {
        using var kit = new AttackedKit();
        var attack = new Attack("control", "reads another hand-in and leaves a file", [Verdict.Violation], around => around.Write(AttackedKit.StudentFile, $$"""
            public static class Spawn
            {
                public static void Run(string[] names)
                {
                    // Bytes, since reading text, piece by piece or whole, is an operation that the kernel answers.
                    Console.WriteLine(System.Text.Encoding.UTF8.GetString(File.ReadAllBytes("{{around.Other}}")));
                    File.WriteAllBytes("{{Left}}", [1]);
                }

                public static void RunClass(string[] names) => Run(names);
            }
            """));
        try
        {
            var aftermath = await Battle.FightAsync(kit.Open(SandboxDemand.Nothing), attack, cancellation);

            Assert.That(aftermath.Reached, Is.EqualTo(["the secret was told"]));
            Assert.That(aftermath.Left, Does.Contain(Left));
            Assert.That(Of(aftermath), Does.StartWith("attacks 1, escaped 1, leaked 1,"));
        }
        finally
        {
            File.Delete(Left);
        }
    }

    private static Aftermath Harmless { get; } = new("one", Result(points: 0), null, [], [], null);

    private static GradeResult Result(int points) => new(
        "0.1.0", true, null, "", 1,
        [new ExerciseResult("01-spawn", "", [new CheckResult("c", "C", CheckStatus.Failed, Verdict.Violation, points, 1, "")], ProgramOutput.None)],
        new Timing(0, new Dictionary<string, IReadOnlyDictionary<string, double>>()));

    private static string Of(params IEnumerable<Aftermath> aftermaths)
    {
        var tally = new Tally();
        foreach (var aftermath in aftermaths)
            tally.Add(aftermath);
        return tally.ToString();
    }
}
