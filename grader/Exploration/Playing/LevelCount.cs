namespace ExerciseKit.Exploration.Playing;

/// <summary>Counts the states of the chart by level.</summary>
internal sealed class LevelCount(PlayField field)
{
    public IReadOnlyList<PlayLevel> From(int index)
    {
        if (field.Chart is not { } chart)
            return [];
        var ahead = Ahead(chart, index);
        return [.. Enumerable.Range(0, chart.Levels).Select(level => Count(chart, level, ahead))];
    }

    private PlayLevel Count(Chart chart, int level, bool[]? ahead)
    {
        var (from, to) = chart.StatesOf(level);
        var (fine, broken, deadlocks, reachable) = (0, 0, 0, 0);
        for (var i = from; i < to; i++)
        {
            fine += chart.EndOf(i) == ChartEnd.Fine ? 1 : 0;
            deadlocks += chart.EndOf(i) == ChartEnd.Deadlock ? 1 : 0;
            broken += chart.EndOf(i) is ChartEnd.Violation or ChartEnd.Fault || field.Is(i, PlayTarget.Livelock) ? 1 : 0;
            reachable += ahead?[i] == true ? 1 : 0;
        }

        return new PlayLevel(level, to - from, fine, broken, deadlocks, ahead is null ? null : reachable);
    }

    private static bool[]? Ahead(Chart chart, int index)
    {
        if (index < 0)
            return null;
        var ahead = new bool[chart.Count];
        var open = new Stack<int>([index]);
        ahead[index] = true;
        while (open.TryPop(out var at))
        {
            foreach (var to in chart.From(at))
            {
                if (!ahead[to])
                {
                    ahead[to] = true;
                    open.Push(to);
                }
            }
        }

        return ahead;
    }
}
