using ExerciseKit.Contract.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Sandboxing;

public sealed class EnforcementTests
{
    [Test]
    public void Where_system_calls_are_not_filtered_nobody_is_told_that_processes_are_limited([Values] bool isSandboxed)
    {
        var report = isSandboxed ? Enforcement.InSandbox(filters: false) : Enforcement.Plain("This test needs none.", filters: false);

        Assert.That(report.Enforced, Has.None.EqualTo("processes"));
        Assert.That(report.NotEnforced.Select(n => n.Limit), Has.One.EqualTo("processes"));
        Assert.That(report.IsComplete, Is.False);
    }

    [Test]
    public void Where_they_are_a_sandbox_enforces_everything() =>
        Assert.That(Enforcement.InSandbox(filters: true).IsComplete, Is.True);

    [TestCase(System.Runtime.InteropServices.Architecture.X64, true)]
    [TestCase(System.Runtime.InteropServices.Architecture.Arm64, true)]
    [TestCase(System.Runtime.InteropServices.Architecture.RiscV64, false)]
    public void The_filter_is_made_for_two_processors(System.Runtime.InteropServices.Architecture processor, bool isKnown) =>
        Assert.That(SystemCallFiltering.IsKnownFor(processor), Is.EqualTo(isKnown));
}
