using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>All attacks on bubblewrap, and in it Landlock. It needs bubblewrap.</summary>
[Category("Slow"), NeedsBubblewrap, NeedsLandlock]
public sealed class BothWallsAttackTests : AttackSuite
{
    protected override string Walls => "bubblewrap, and in it Landlock";

    private protected override SandboxDemand Demand(bool isPastTheList) => SandboxDemand.Both;
}
