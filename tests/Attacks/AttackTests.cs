using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>All attacks on what this machine has, those past the list on Landlock, which needs nothing installed.</summary>
public sealed class AttackTests : AttackSuite
{
    protected override string Walls => "the allow-list, and behind it Landlock alone";

    private protected override SandboxDemand Demand(bool isPastTheList) => isPastTheList ? SandboxDemand.LandlockAlone : SandboxDemand.WhatThereIs;
}
