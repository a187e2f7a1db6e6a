using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Replaying;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Grading.Replaying;

[CancelAfter(300_000)]
public sealed class ReplayerTests
{
    private const string Exercise = "07-ticket-sale";

    private static readonly ExerciseCatalog Catalog = ExerciseCatalog.Load(Repository.Root);

    private static readonly Lazy<Task<IReadOnlyList<(CheckResult Failed, string Token)>>> NoLock = new(() => TokensOf(Mutant("no-lock.cs"), CancellationToken.None));

    private static IEnumerable<string> WrongAnswers =>
        Directory.GetFiles(Path.Combine(Repository.Solution(Exercise), "mutants"), "*.cs").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    // Three kinds: a broken sentence, an order that no interleaving has, a deadlock. The slow test goes through all.
    [TestCase("no-lock.cs", Category = "Slow")]
    [TestCase("start-join-in-the-loop.cs", Category = "Slow")]
    [TestCase("lock-taken-twice.cs", Category = "Slow")]
    public Task Each_fault_shows_again_2_times_of_2(string wrongAnswer, CancellationToken cancellation) => Reproduces(wrongAnswer, 2, cancellation);

    [Category("Slow")]
    [CancelAfter(1_200_000)]
    [TestCaseSource(nameof(WrongAnswers))]
    public Task Each_fault_shows_again_100_times_of_100(string wrongAnswer, CancellationToken cancellation) => Reproduces(wrongAnswer, 100, cancellation);

    [Test]
    public async Task A_token_of_another_hand_in_is_refused_unless_it_is_forced(CancellationToken cancellation)
    {
        var (_, token) = (await NoLock.Value)[0];
        var other = Path.Combine(Repository.Solution(Exercise), "TicketSale.cs");

        Assert.That(() => Replay(token, other), Throws.InstanceOf<BadInputException>().With.Message.Contains("--force"));
        var forced = await Replay(token, other, force: true);

        Assert.That(forced.IsSameHandIn, Is.False);
        Assert.That(forced.Divergence?.Expected.En, Does.Contain("ChildProcess.Start"));
        Assert.That(forced.Divergence?.Came.En, Does.Contain("new ProcessLock").And.Contain("TicketSale.cs:"));

        Task<ReplayResult> Replay(string text, string path, bool force = false) =>
            new Replayer(Repository.Root).ReplayAsync(new ReplayRequest(text, path, force), cancellation);
    }

    [Test]
    public async Task An_end_other_than_the_tokens_is_told(CancellationToken cancellation)
    {
        var (_, text) = (await NoLock.Value)[0];
        var token = ((ReadableToken)ReplayTokenText.Read(text)).Token;
        var shortened = token with { Steps = [.. token.Steps.Take(5)] };

        var result = await new Replayer(Repository.Root).ReplayAsync(new ReplayRequest(ReplayTokenText.Write(shortened), Mutant("no-lock.cs")), cancellation);

        Assert.That(result.IsSameHandIn, Is.True);
        Assert.That(result.Divergence, Is.EqualTo(new ReplayDivergence(6, ("an end in violation", "以“违反要求”告终"), ("nothing wrong", "没有问题"))));
    }

    [Test]
    public async Task A_token_speaks_of_checks_and_exercises_that_are_there(CancellationToken cancellation)
    {
        var (_, text) = (await NoLock.Value)[0];
        var token = ((ReadableToken)ReplayTokenText.Read(text)).Token;

        foreach (var (other, missing) in (IEnumerable<(ReplayToken, string)>)[
            (token with { Exercise = "99-none" }, "99-none"), (token with { Check = "no-check" }, "no-check"), (token with { Scenario = "nobody" }, "nobody")])
        {
            var request = new ReplayRequest(ReplayTokenText.Write(other), Mutant("no-lock.cs"));
            Assert.That(() => new Replayer(Repository.Root).ReplayAsync(request, cancellation), Throws.InstanceOf<BadInputException>().With.Message.Contains(missing));
        }
    }

    private static async Task Reproduces(string wrongAnswer, int times, CancellationToken cancellation)
    {
        var tokens = await TokensOf(Mutant(wrongAnswer), cancellation);
        Assert.That(tokens, Is.Not.Empty);
        await using var pool = new HostPool(SandboxDemand.WhatThereIs);
        foreach (var (failed, text) in tokens)
        {
            var replay = ReplayCase.Find(new ReplayRequest(text, Mutant(wrongAnswer)), Catalog);
            var program = await Replayer.PrepareAsync(replay, pool.Folder, cancellation);
            for (var i = 0; i < times; i++)
            {
                var result = await Replayer.RunAsync(replay, program, pool, cancellation);
                Assert.That(result.Divergence, Is.Null, $"{failed.Id}, time {i + 1}");
                Assert.That(result.Check.Verdict, Is.EqualTo(failed.Verdict));
                Assert.That(result.Check.Timeline, Is.EqualTo(failed.Timeline), $"{failed.Id}, time {i + 1}");
            }
        }
    }

    private static async Task<IReadOnlyList<(CheckResult Failed, string Token)>> TokensOf(string path, CancellationToken cancellation)
    {
        var result = await Repository.Grader.GradeAsync(new GradeRequest(path, [Exercise]), null, cancellation);
        Assert.That(result.Fault, Is.Null);
        var failed = result.Exercises.Single().Checks.Where(c => c.Status == CheckStatus.Failed).ToList();
        Assert.That(failed.Where(c => c.Replay is null).Select(c => c.Id), Is.Empty, "Every failed check has its token.");
        return [.. failed.Select(c => (c, c.Replay!))];
    }

    private static string Mutant(string name) => Path.Combine(Repository.Solution(Exercise), "mutants", name);
}
