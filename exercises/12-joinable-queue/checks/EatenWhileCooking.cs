using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>Whether a dish was eaten while others were still to be made.</summary>
internal sealed record EatenWhileCooking(int Made, bool IsSo)
{
    private static readonly LinePattern MadeLine = LinePattern.Like("{cook} made {dish}");

    public static Observer<EatenWhileCooking> Of(int dishes) => new(
        new EatenWhileCooking(0, IsSo: false),
        (seen, happened) => MadeLine.Matches(happened) ? seen with { Made = seen.Made + 1 } : seen with { IsSo = seen.IsSo || seen.Made < dishes },
        [MadeLine, LinePattern.Like("{guest} ate {dish}")],
        seen => seen.IsSo ? "one was" : $"{seen.Made} dishes were made before the first was eaten")
    { SeesAgents = false };
}
