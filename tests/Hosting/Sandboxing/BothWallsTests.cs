using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Sandboxing;

/// <summary>A host that confines itself inside a sandbox by bubblewrap. All of it needs bubblewrap.</summary>
[NeedsBubblewrap, NeedsLandlock, CancelAfter(120_000)]
public sealed class BothWallsTests
{
    private HandInFolder folder = null!;
    private ISandbox sandbox = null!;

    [SetUp]
    public async Task Make()
    {
        folder = HandInFolder.Create();
        sandbox = await Sandboxes.StartAsync(SandboxDemand.Both, folder.Path, CancellationToken.None);
    }

    [TearDown]
    public async Task Remove()
    {
        await sandbox.DisposeAsync();
        folder.Delete();
    }

    [Test]
    public void Both_are_named_the_outer_one_first()
    {
        Assert.That(sandbox.Report.Kind, Is.EqualTo(SandboxKind.Bubblewrap));
        Assert.That(sandbox.Report.Walls.Take(2).Select(w => w.Name), Is.EqualTo(["bubblewrap", "landlock"]));
        Assert.That(sandbox.Report.NotEnforced, Is.Empty);
    }

    /// <summary>What only the inner wall keeps, since the outer one has its own /proc, devices and folder of sockets.</summary>
    [Test]
    public async Task The_inner_one_stands_too([Values("/proc", "/proc/1/cmdline", "/dev", "/hand-in", "/")] string path, CancellationToken cancellation) =>
        Assert.That((await TryAsync(AttemptKind.Read, path, cancellation)).Detail, Does.EndWith("is denied."));

    [Test]
    public async Task The_private_temporary_folder_can_still_be_written(CancellationToken cancellation) =>
        Assert.That((await TryAsync(AttemptKind.Write, "/tmp/mark", cancellation)).Succeeded, Is.True);

    private async Task<Attempted> TryAsync(AttemptKind kind, string argument, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, ProcessLimits.Default, cancellation);
        await host.SendAsync(new Attempt(kind, argument), cancellation);
        return (Attempted)(await host.ReceiveAsync(cancellation))!;
    }
}
