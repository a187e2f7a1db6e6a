using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Sandboxing;

public sealed class EnforcementTests
{
    private static readonly BubblewrapSupport InBubblewrap = new("0.8.0", null);
    private static readonly BubblewrapSupport NotInstalled = BubblewrapSupport.Missing("bubblewrap is not installed: install it.");
    private static readonly SystemCallFiltering Filter = new(IsThere: true, StopsAllSignals: true);

    [Test]
    public void Where_system_calls_are_not_filtered_nobody_is_told_that_processes_are_limited([Values] bool isSandboxed)
    {
        var report = Enforcement.Of(isSandboxed ? InBubblewrap : NotInstalled, LandlockSupport.Of(7), SystemCallFiltering.None);

        Assert.That(report.Enforced, Has.None.EqualTo("processes"));
        Assert.That(report.NotEnforced.Select(n => n.Limit), Has.One.EqualTo("processes"));
        Assert.That(report.Walls.Select(w => w.Name), Has.None.EqualTo("system-call-filter"));
        Assert.That(report.IsComplete, Is.False);
    }

    [Test]
    public void Where_they_are_a_sandbox_by_bubblewrap_enforces_everything([Values(0, 7)] int abi)
    {
        var report = Enforcement.Of(InBubblewrap, abi == 0 ? LandlockSupport.NotAsked : LandlockSupport.Of(abi), Filter);

        Assert.That(report.NotEnforced, Is.Empty);
        Assert.That(report.IsComplete, Is.True);
        Assert.That(report.Kind, Is.EqualTo(SandboxKind.Bubblewrap));
    }

    [Test]
    public void Landlock_alone_enforces_what_is_demanded_from_its_third_version_on([Values(3, 4, 5, 6, 7, 9)] int abi)
    {
        var report = Enforcement.Of(NotInstalled, LandlockSupport.Of(abi), Filter);

        Assert.That(report.IsComplete, Is.True);
        Assert.That(report.Kind, Is.EqualTo(SandboxKind.Landlock));
        Assert.That(report.NotEnforced.Select(n => (n.Limit, n.IsDemanded)), Is.EqualTo([("user", false), ("host-name", false)]));
        Assert.That(report.NotEnforced.Select(n => n.Why.En), Has.All.Contains("install it"));
        Assert.That(report.Walls[0], Has.Property("Name").EqualTo("landlock").And.Property("Version").EqualTo($"ABI {Math.Min(abi, 7)}"));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Before_that_files_can_be_cut_short_and_it_is_said(int abi)
    {
        var report = Enforcement.Of(NotInstalled, LandlockSupport.Of(abi), Filter);

        Assert.That(report.IsComplete, Is.False);
        Assert.That(report.NotEnforced.Where(n => n.IsDemanded).Select(n => (n.Limit, n.Why.En)), Is.EqualTo([(
            "file-system",
            $"bubblewrap is not installed: install it. Landlock of this kernel (ABI {abi}) does not keep files from being cut short: use Linux 6.2 or later (ABI 3). Either of the two would do.")]));
    }

    [TestCase(1, "This version leaves to other walls: files being cut short (ABI 3), TCP (ABI 4), signals and abstract sockets (ABI 6).")]
    [TestCase(3, "This version leaves to other walls: TCP (ABI 4), signals and abstract sockets (ABI 6).")]
    [TestCase(5, "This version leaves to other walls: signals and abstract sockets (ABI 6).")]
    [TestCase(6, null)]
    public void What_a_version_leaves_to_the_filter_is_said(int abi, string? remark) =>
        Assert.That(Enforcement.Of(NotInstalled, LandlockSupport.Of(abi), Filter).Walls[0].Remark?.En, Is.EqualTo(remark));

    [TestCase(5, true)]
    [TestCase(6, false)]
    public void Where_the_filter_must_leave_a_way_to_signal_an_older_version_does_not_keep_processes_apart(int abi, bool isMissing) =>
        Assert.That(
            Enforcement.Of(NotInstalled, LandlockSupport.Of(abi), new SystemCallFiltering(IsThere: true, StopsAllSignals: false)).NotEnforced.Select(n => n.Limit),
            isMissing ? Has.One.EqualTo("process-tree") : Has.None.EqualTo("process-tree"));

    [Test]
    public void Without_the_filter_Landlock_leaves_permissions_and_shared_memory_open() =>
        Assert.That(
            Enforcement.Of(NotInstalled, LandlockSupport.Of(7), SystemCallFiltering.None).NotEnforced.Where(n => n.IsDemanded).Select(n => n.Limit),
            Is.EqualTo(["file-system", "network", "process-tree", "ipc", "processes"]));

    [TestCase(38, "5.10", "This kernel (5.10) has no Landlock: use Linux 5.13 or later")]
    [TestCase(38, "6.1", "was built without Landlock, or a container's profile hides it")]
    [TestCase(95, "6.1", "Landlock is switched off: start the kernel with landlock in its list of security modules")]
    [TestCase(1, "6.1", "Landlock is forbidden here, as a container's profile may do")]
    [TestCase(22, "6.1", "Landlock can't be used here: Invalid argument (error 22)")]
    public void Why_there_is_no_Landlock_is_said_with_the_way_out(int error, string kernel, string words)
    {
        var report = Enforcement.Of(NotInstalled, LandlockSupport.Missing(error, Version.Parse(kernel)), Filter);

        Assert.That(report.Kind, Is.EqualTo(SandboxKind.None));
        Assert.That(report.IsComplete, Is.False);
        Assert.That(report.NotEnforced.Single(n => n.Limit == "file-system").Why.En, Does.StartWith("bubblewrap is not installed: install it.").And.Contain(words));
    }

    [Test]
    public void Each_limit_is_either_enforced_or_not()
    {
        var report = Enforcement.Of(NotInstalled, LandlockSupport.Of(2), Filter);

        Assert.That(report.Enforced.Concat(report.NotEnforced.Select(n => n.Limit)), Is.EquivalentTo(Enforcement.Of(InBubblewrap, LandlockSupport.Of(7), Filter).Enforced));
        Assert.That(report.Walls.SelectMany(w => w.Enforces).Distinct(), Is.EquivalentTo(report.Enforced));
    }

    [TestCase(System.Runtime.InteropServices.Architecture.X64, true)]
    [TestCase(System.Runtime.InteropServices.Architecture.Arm64, true)]
    [TestCase(System.Runtime.InteropServices.Architecture.RiscV64, false)]
    public void The_filter_is_made_for_two_processors(System.Runtime.InteropServices.Architecture processor, bool isKnown) =>
        Assert.That(SystemCallFiltering.IsKnownFor(processor), Is.EqualTo(isKnown));
}
