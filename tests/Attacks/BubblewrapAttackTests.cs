using ExerciseKit.Grading.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>All attacks on bubblewrap alone. It needs bubblewrap.</summary>
[Category("Slow")]
public sealed class BubblewrapAttackTests : AttackSuite
{
    protected override string Walls => "bubblewrap alone";

    private protected override SandboxDemand Demand(bool isPastTheList) => SandboxDemand.BubblewrapAlone;
}
