using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>All attacks on bubblewrap alone. It needs bubblewrap.</summary>
[Category("Slow"), NeedsBubblewrap]
public sealed class BubblewrapAttackTests : AttackSuite
{
    protected override string Walls => "bubblewrap alone";

    private protected override SandboxDemand Demand(bool isPastTheList) => SandboxDemand.BubblewrapAlone;
}
