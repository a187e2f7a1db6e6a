using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploring;

/// <summary>Who joins each child for a second before it starts the next waits for each, though in loose time the second may be over at once.</summary>
public sealed class WaitingForEachTests
{
    private const string ForEach = "child.Start(); child.Join(TimeSpan.FromSeconds(1));";
    private const string ForAll = "child.Start();";

    private static readonly LinePattern Lines = LinePattern.Like("{n} is here").WhereNumber("n");

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [TestCase(ForEach, false), TestCase(ForAll, true), CancelAfter(60_000)]
    public void The_second_can_come_first_only_where_nobody_has_to_give_up_for_it(string start, bool isReached, CancellationToken cancellation)
    {
        var second = new Check("any-order", "", 1).Sometimes("the second is first", Observe.Precedence(LinePattern.Like("1 is here"), Lines), so => so == Precedence.Wanted).Properties[0];

        var outcome = Prepare(start).Explore(Scenario.Of("two", "Run"), Tier.Loose, [second], cancellation).Outcome;

        Assert.That(((Covered)outcome).Reached, isReached ? Does.Contain(second) : Is.Empty);
    }

    [TestCase(ForEach, true), TestCase(ForAll, false), CancelAfter(60_000)]
    public void Who_starts_another_after_it_has_waited_for_one_is_found(string start, bool isFound, CancellationToken cancellation)
    {
        var first = new Check("any-order", "", 1).StartsAllFirst(Lines).Properties[0];

        var outcome = Prepare(start).Explore(Scenario.Of("two", "Run"), Tier.Loose, [first], cancellation).Outcome;

        Assert.That(outcome, isFound ? Is.TypeOf<Broken>() : Is.TypeOf<Covered>());
    }

    private ExplorableProgram Prepare(string start) => bench.Prepare("Party", "Run()", ("Party.cs", $$"""
        using ExerciseKit.Multiprocessing;

        public static class Party
        {
            public static void Run()
            {
                var all = new List<ChildProcess>();
                for (var n = 0; n < 2; n++)
                {
                    var child = ChildProcess.Create(Come, n);
                    all.Add(child);
                    {{start}}
                }

                all.ForEach(child => child.Join());
            }

            private static void Come(int n) => Console.WriteLine($"{n} is here");
        }
        """));
}
