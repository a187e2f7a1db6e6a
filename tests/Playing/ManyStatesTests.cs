using System.Diagnostics;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing;

namespace ExerciseKit.Tests.Playing;

/// <summary>A play on more states than a grading looks at.</summary>
public sealed class ManyStatesTests
{
    private const long MaxBytes = 1_000_000_000;
    private const int Choices = 400;

    private static readonly string[] Buyers = ["ann", "bob", "cem", "dot", "eve", "fay", "gus"];

    // Times are printed and decide nothing: this machine may have other work.
    [TestCase(5)]
    [TestCase(7)]
    [Category("Slow"), CancelAfter(1_800_000)]
    public async Task Buyers_without_a_lock_are_played_in_less_than_a_gigabyte(int buyers)
    {
        var users = Buyers.Take(buyers).ToArray();
        var check = new Check("sales", ("as many are sold as there are buyers at most", "卖出的票不多于买家"), 1)
            .In(Scenario.Of(($"{buyers} buyers", $"{buyers} 个买家"), "Run", "t.json", users).WithFile("t.json", """{"tickets": 1}"""))
            .Never(("no more than there are buyers", "不多于买家人数"), Observe.Count(LinePattern.Like("{user} bought a ticket").Where("user", users)), sold => sold > buyers);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        await using var table = await new PlayOpener(Repository.Root) { Preparers = SharedPreparers.All, Checks = [check] }.OpenAsync(
            new PlayRequest("07-ticket-sale", Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs"), Tier: Tier.Loose), null, default, TestContext.CurrentContext.CancellationToken);
        var opened = Stopwatch.GetElapsedTime(began);

        var times = Play(new PlayDesk(table));

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        times.Sort();
        await TestContext.Out.WriteLineAsync($"{buyers} buyers: {table.About.Search.Message.En} {table.About.Chart.States:N0} states, whole: {table.About.Chart.IsWhole}, {table.About.Chart.Interleavings} interleavings; opened in {opened.TotalSeconds:N1} s; a choice and its counts: median {times[times.Count / 2]:N1} ms, worst {times[^1]:N1} ms of {times.Count}; {bytes / 1_000_000:N0} MB kept, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000:N0} MB");
        Assert.That(bytes, Is.LessThan(MaxBytes));
    }

    private static List<double> Play(PlayDesk desk)
    {
        var random = new Random(1);
        var times = new List<double>();
        var made = 0;
        for (var i = 0; i < Choices; i++)
        {
            var state = System.Text.Json.Nodes.JsonNode.Parse(desk.Answer("""{"command":"state"}""", default))!["state"]!;
            var count = state["choices"]!.AsArray().Count;
            if (count == 0)
            {
                desk.Answer($$"""{"command":"undo","count":{{random.Next(1, Math.Max(made, 2))}}}""", default);
                continue;
            }

            var began = Stopwatch.GetTimestamp();
            desk.Answer($$"""{"command":"choose","choice":{{random.Next(count) + 1}}}""", default);
            desk.Answer("""{"command":"choices"}""", default);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            made++;
        }

        return times;
    }
}
