using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>How often the light has changed, by its lines and by its event; counted to one of its greens.</summary>
/// <param name="Lines">How many lines in turn, 'light green' first.</param>
/// <param name="Changes">How many changes in turn, Set first.</param>
internal sealed record LightSeen(int Lines, int Changes)
{
    private static readonly LinePattern Green = LinePattern.Like("light green").By(Who.Child);
    private static readonly LinePattern Red = LinePattern.Like("light red").By(Who.Child);

    /// <summary>Watches up to so many greens.</summary>
    public static Observer<LightSeen> UpTo(int greens) => new(
        new LightSeen(0, 0),
        (seen, happened) => happened is LinePrinted
            ? seen with { Lines = Next(seen.Lines, Green.Matches(happened), ChangesTo(greens)) }
            : seen with { Changes = Next(seen.Changes, happened is OperationCompleted { Operation: SetEvent }, ChangesTo(greens)) },
        [Green, Red, new OperationPattern<SetEvent> { Who = Who.Child }, new OperationPattern<ResetEvent> { Who = Who.Child }],
        seen => ($"the light changed {seen.Lines} times by its lines and {seen.Changes} times by its event", $"灯按打印的行变了 {seen.Lines} 次，按事件变了 {seen.Changes} 次"))
    { SeesAgents = false, SeesTime = false };

    /// <summary>Whether the light has been green so many times.</summary>
    public bool HasBeenGreen(int times) => this == new LightSeen(ChangesTo(times), ChangesTo(times));

    // Red first: the first change is to green.
    private static int ChangesTo(int green) => 2 * green - 1;

    // What comes out of turn, a 'light red' at the beginning, counts for nothing.
    private static int Next(int count, bool isGreen, int most) => count < most && isGreen == (count % 2 == 0) ? count + 1 : count;
}
