using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.KnownBugs;

/// <summary>Every known bug is found, and no mended program is blamed.</summary>
public sealed class KnownBugTests
{
    private Workbench bench = null!;

    private static IEnumerable<string> Bugs => KnownBugCatalog.All.Select(b => b.Name);

    private static IEnumerable<string> Mended => KnownBugCatalog.All.Where(b => b.Mended is not null).Select(b => b.Name);

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(120_000)]
    public async Task A_known_bug_is_found_by_its_simplest_schedule_and_real_processes_confirm_it([ValueSource(nameof(Bugs))] string name, CancellationToken cancellation)
    {
        var bug = BugOf(name);
        var program = KnownBugPrograms.Moving.Prepare(bench, bug);

        var found = program.Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);

        Assert.That(found.Verdict, Is.EqualTo(bug.Verdict), () => found.Outcome.ToString()!);
        Assert.That(((Broken)found.Outcome).Preemptions, Is.EqualTo(bug.Preemptions));
        Assert.That(await program.DifferenceAsync(found, cancellation), Is.Null);
    }

    [Test, CancelAfter(120_000), Category("Slow")]
    public void A_second_search_finds_the_same_at_the_same_cost([ValueSource(nameof(Bugs))] string name, CancellationToken cancellation)
    {
        var bug = BugOf(name);

        var first = KnownBugPrograms.Moving.Prepare(bench, bug).Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);
        var second = KnownBugPrograms.Moving.Prepare(bench, bug).Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);

        Assert.That((second.Outcome.States, second.RealRuns), Is.EqualTo((first.Outcome.States, first.RealRuns)));
        Assert.That(((Broken)second.Outcome).Trace.Choices, Is.EqualTo(((Broken)first.Outcome).Trace.Choices));
    }

    [Test, CancelAfter(120_000)]
    public async Task A_mended_program_is_proved_right([ValueSource(nameof(Mended))] string name, [Values] Tier tier, CancellationToken cancellation)
    {
        var bug = BugOf(name);
        var program = KnownBugPrograms.Moving.PrepareMended(bench, bug);
        var properties = bug.Properties.Concat(bug.Mended!.Value).ToList();

        var proof = program.Explore(bug.Scenario, tier, properties, cancellation);

        Assert.That(proof.Verdict, Is.EqualTo(Verdict.Passed), () => proof.Outcome.ToString()!);
        Assert.That(((Covered)proof.Outcome).Reached, Is.EqualTo(properties.Where(p => p.IsExistential)));
        Assert.That(await program.DifferenceAsync(proof, cancellation), Is.Null);
    }

    [Test, CancelAfter(120_000)]
    public void Processes_that_nobody_can_tell_apart_cost_little_however_many_there_are(CancellationToken cancellation)
    {
        var large = KnownBugCatalog.Larger.Single(b => b.Name == "reorder_20");

        var found = KnownBugPrograms.Nameless.Prepare(bench, large).Explore(large.Scenario, Tier.Loose, large.Properties, cancellation, new SearchBudget(MaxStates: 2_000));

        Assert.That(found.Verdict, Is.EqualTo(large.Verdict));
    }

    private static KnownBug BugOf(string name) => KnownBugCatalog.All.Single(b => b.Name == name);
}
