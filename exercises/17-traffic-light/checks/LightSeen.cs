using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>How often the light has changed, by its lines and by its event; counted to the second green.</summary>
/// <param name="Lines">How many lines in turn, 'light green' first.</param>
/// <param name="Changes">How many changes in turn, Set first.</param>
internal sealed record LightSeen(int Lines, int Changes)
{
    private const int SecondGreen = 3;

    private static readonly LinePattern Green = LinePattern.Like("light green").By(Who.Child);
    private static readonly LinePattern Red = LinePattern.Like("light red").By(Who.Child);

    public static Observer<LightSeen> Observer { get; } = new(
        new LightSeen(0, 0),
        (seen, happened) => happened is LinePrinted
            ? seen with { Lines = Next(seen.Lines, Green.Matches(happened)) }
            : seen with { Changes = Next(seen.Changes, happened is OperationCompleted { Operation: SetEvent }) },
        [Green, Red, new OperationPattern<SetEvent> { Who = Who.Child }, new OperationPattern<ResetEvent> { Who = Who.Child }],
        seen => ($"the light changed {seen.Lines} times by its lines and {seen.Changes} times by its event", $"灯按打印的行变了 {seen.Lines} 次，按事件变了 {seen.Changes} 次"))
    { SeesAgents = false, SeesTime = false };

    public bool IsGreenAgain => this == new LightSeen(SecondGreen, SecondGreen);

    // Red first: what comes out of turn, a 'light red' at the beginning, counts for nothing.
    private static int Next(int count, bool isGreen) => count < SecondGreen && isGreen == (count % 2 == 0) ? count + 1 : count;
}
