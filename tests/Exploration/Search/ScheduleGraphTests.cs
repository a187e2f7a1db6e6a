using System.Numerics;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;

namespace ExerciseKit.Tests.Exploration.Search;

[TestFixture]
internal sealed class ScheduleGraphTests
{
    private static readonly Shape Shape = new(0, ["main"], [], []);

    [Test]
    public void One_way_after_another_multiplies_and_one_beside_another_adds()
    {
        // 0 leads to 1 by three choices, as of three twins, 1 to 2 and 3, and both of these to the end.
        var graph = Graph(ends: [4], (0, 1), (0, 1), (0, 1), (1, 2), (1, 3), (2, 4), (3, 4));

        Assert.That(graph.Ways(), Is.EqualTo(new BigInteger(6)));
    }

    [Test]
    public void Ways_are_counted_to_each_end()
    {
        var graph = Graph(ends: [1, 3], (0, 1), (0, 2), (2, 3), (2, 1));

        Assert.That(graph.Ways(), Is.EqualTo(new BigInteger(3)));
    }

    [Test]
    public void A_round_is_gone_once_at_most()
    {
        var graph = Graph(ends: [3], (0, 1), (1, 2), (2, 1), (2, 3));

        Assert.That(graph.Ways(), Is.EqualTo(BigInteger.One));
    }

    [Test]
    public void What_a_reopened_state_leads_to_counts_once()
    {
        var graph = Graph(ends: [2], (0, 1), (1, 2));
        graph.Reopen(1);
        graph.Add(State(2), 1, default, isEnd: true);
        graph.Add(State(2), 1, default, isEnd: true);

        Assert.That(graph.Ways(), Is.EqualTo(new BigInteger(2)));
    }

    [Test]
    public void More_ways_than_any_number_type_of_the_machine_holds_are_counted_exactly()
    {
        // A hundred times one of two choices.
        var graph = Graph(ends: [100], [.. Enumerable.Range(0, 100).SelectMany(i => ((int, int)[])[(i, i + 1), (i, i + 1)])]);

        Assert.That(graph.Ways(), Is.EqualTo(BigInteger.Pow(2, 100)));
    }

    private static ScheduleGraph Graph(int[] ends, params (int From, int To)[] edges)
    {
        var graph = new ScheduleGraph();
        graph.Add(State(0), -1, default, isEnd: ends.Contains(0));
        var indices = new Dictionary<int, int> { [0] = 0 };
        foreach (var (from, to) in edges)
            indices[to] = graph.Add(State(to), indices[from], default, ends.Contains(to)).Index;
        return graph;
    }

    private static SearchState State(int number) => new(Shape, [number, 0, 0]);
}
