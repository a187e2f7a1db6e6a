using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>All attacks on Landlock alone.</summary>
[Category("Slow"), NeedsLandlock]
public sealed class LandlockAttackTests : AttackSuite
{
    protected override string Walls => "Landlock alone";

    private protected override SandboxDemand Demand(bool isPastTheList) => SandboxDemand.LandlockAlone;
}
