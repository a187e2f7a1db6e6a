using System.Numerics;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Exploration.Playing;

/// <summary>The states of a setting, to be gone through by hand.</summary>
public sealed class PlayField
{
    /// <summary>A program in which ever more comes to light is played as far as that.</summary>
    private const int MostBeginnings = 8;

    private readonly Func<StateSpace> make;
    private readonly BehaviourLibrary library;
    private StateSpace space;
    private Chart? chart;
    private BigInteger[] ways = [];
    private bool[] breaks = [];
    private bool[] livelocked = [];

    /// <param name="explorer">What the program is explored with.</param>
    /// <param name="setting">What is run, and how.</param>
    /// <param name="properties">What must hold.</param>
    public PlayField(Explorer explorer, Setting setting, IReadOnlyList<Property> properties)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(setting);
        (make, library) = (() => explorer.SpaceOf(setting, properties), explorer.Library);
        space = make();
    }

    /// <summary>What is known of its states: all of them, or as far as the budget and whoever asks have patience.</summary>
    /// <param name="budget">What it may use.</param>
    /// <param name="told">Told how many states there are so far, and how many of them were gone on from.</param>
    /// <param name="stop">Ends it where it is; what is known then stays known.</param>
    public ChartOutcome Explore(PlayBudget budget, Action<int, int>? told, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ChartCut? cut = null;
        for (var beginnings = 0; beginnings < MostBeginnings; beginnings++)
        {
            var charting = new Charting(space, library, budget);
            try
            {
                cut = charting.Run(told, stop);
            }
            catch (NondeterminismException)
            {
                cut = ChartCut.Nondeterministic;
            }

            chart = charting.Chart;
            if (charting.IsOutdated)
                space = make();
            else if (cut is null && space.MayHideLimit)
                space = space.WithEachEnd();
            else
                break;
            // A space that is new begins without a chart of the one before.
            chart = null;
        }

        if (chart is null)
            return new ChartOutcome(0, null, ChartCut.Stopped);
        Reckon(chart);
        return new ChartOutcome(chart.Count, BigInteger.IsNegative(ways[0]) ? null : ways[0], cut);
    }

    /// <summary>Begins to play, at the beginning.</summary>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public Player Begin(PlayBudget budget) => new(this, budget);

    internal StateSpace Space => space;

    internal Chart? Chart => chart;

    internal BigInteger? WaysFrom(int index) => index < 0 || BigInteger.IsNegative(ways[index]) ? null : ways[index];

    /// <summary>Whether something can break from there; null where the chart does not reach so far.</summary>
    internal bool? BreaksFrom(int index) => index < 0 ? null : breaks[index] ? true : chart!.IsWhole || WaysFrom(index) is not null ? false : null;

    /// <summary>Whether a state on the chart is what is asked for.</summary>
    internal bool Is(int index, PlayTarget target) => target switch
    {
        PlayTarget.Break => chart!.EndOf(index) is ChartEnd.Violation or ChartEnd.Fault or ChartEnd.Deadlock || livelocked[index],
        PlayTarget.Deadlock => chart!.EndOf(index) == ChartEnd.Deadlock,
        PlayTarget.Livelock => livelocked[index],
        _ => chart!.EndOf(index) == ChartEnd.Fine,
    };

    private void Reckon(Chart of)
    {
        ways = of.Ways();
        // Who can come to no end, and to nothing that is not known, goes round for ever.
        var saved = library.HasRounds ? of.Leading(i => of.EndOf(i) != ChartEnd.None || i >= of.Expanded) : null;
        livelocked = new bool[of.Count];
        for (var i = 0; saved is not null && i < livelocked.Length; i++)
            livelocked[i] = !saved[i];
        breaks = of.Leading(i => Is(i, PlayTarget.Break));
    }
}
