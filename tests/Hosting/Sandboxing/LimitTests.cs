using ExerciseKit.Contract;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Sandboxing;

/// <summary>What bounds a host whether it runs in a sandbox or not.</summary>
/// <param name="isSandboxed">Whether it runs in one by bubblewrap, which it then needs.</param>
[NeedsLinux, CancelAfter(120_000)]
public abstract class LimitTests(bool isSandboxed)
{
    private static readonly ProcessLimits Limits = ProcessLimits.Default with { Host = new HostLimits(MaxMemoryBytes: 64L << 20, MaxFileBytes: 1L << 20, MaxOpenFiles: 200) };

    private HandInFolder folder = null!;
    private ISandbox sandbox = null!;

    [OneTimeSetUp]
    public async Task Make()
    {
        folder = HandInFolder.Create();
        sandbox = await Sandboxes.StartAsync(isSandboxed ? SandboxDemand.BubblewrapAlone : SandboxDemand.Nothing, folder.Path, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Remove()
    {
        await sandbox.DisposeAsync();
        folder.Delete();
    }

    [TestCase(16, true)]
    [TestCase(80, false)]
    public async Task Objects_take_no_more_memory_than_is_allowed(int mebibytes, bool succeeds, CancellationToken cancellation) =>
        Assert.That((await TryAsync(AttemptKind.Allocate, $"{(long)mebibytes << 20}", cancellation)).Succeeded, Is.EqualTo(succeeds));

    [Test]
    public async Task Memory_beside_the_objects_is_watched(CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, Limits, cancellation);
        await host.SendAsync(new Attempt(AttemptKind.AllocateOutside, $"{4L << 30}"), cancellation);

        Assert.That(async () => await host.ReceiveAsync(cancellation), Throws.TypeOf<CondemnedHostException>().With.Message.EqualTo("held more than the 256 MiB of memory that are allowed to it, the runtime's own included (maxMemoryBytes)."));
    }

    [TestCase(40, true)]
    [TestCase(300, false)]
    public async Task No_more_files_are_open_than_is_allowed(int files, bool succeeds, CancellationToken cancellation) =>
        Assert.That((await TryAsync(AttemptKind.Open, $"{files}", cancellation)).Succeeded, Is.EqualTo(succeeds));

    [Test]
    public async Task A_file_that_grows_too_long_ends_its_process(CancellationToken cancellation)
    {
        using var temporary = new TemporaryFolder();
        var path = isSandboxed ? "/tmp/long" : Path.Combine(temporary.Path, "long");
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, Limits, cancellation);
        await host.SendAsync(new Attempt(AttemptKind.Write, $"{path}|{2 << 20}"), cancellation);

        Assert.That(await host.ReceiveAsync(cancellation), Is.Null);
        var end = HostDeath.EndOf(await host.ExitAsync(cancellation), CallSite.Unknown);
        Assert.That(end.Ending, Is.EqualTo(Ending.OverLimit));
        Assert.That(end.Crash!.Message, Is.EqualTo("wrote more than the 1048576 bytes that are allowed in a file (maxFileBytes), and the system ended it."));
    }

    [Test]
    public async Task No_process_can_be_started(CancellationToken cancellation)
    {
        var tried = await TryAsync(AttemptKind.Start, sandbox.Runtime, cancellation);

        Assert.That(tried.Succeeded, Is.False);
        Assert.That(tried.Detail, Does.Contain("Operation not permitted"));
    }

    private async Task<Attempted> TryAsync(AttemptKind kind, string argument, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, Limits, cancellation);
        await host.SendAsync(new Attempt(kind, argument), cancellation);
        return (Attempted)(await host.ReceiveAsync(cancellation))!;
    }
}

/// <inheritdoc/>
public sealed class PlainLimitTests() : LimitTests(isSandboxed: false);

/// <inheritdoc/>
[NeedsBubblewrap]
public sealed class SandboxedLimitTests() : LimitTests(isSandboxed: true);
