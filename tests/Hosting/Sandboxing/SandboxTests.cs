using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Sandboxing;

/// <summary>What a host can and can't do inside a real sandbox by bubblewrap, without its own wall.</summary>
[NeedsLinux, NeedsBubblewrap, CancelAfter(120_000)]
public sealed class SandboxTests
{
    private static readonly TimeSpan Reaping = TimeSpan.FromSeconds(30);

    private HandInFolder folder = null!;
    private BubblewrapSandbox sandbox = null!;

    [SetUp]
    public async Task Make()
    {
        folder = HandInFolder.Create();
        sandbox = await BubblewrapSandbox.StartAsync(folder.Path, LandlockSupport.NotAsked, CancellationToken.None);
    }

    [TearDown]
    public async Task Remove()
    {
        await sandbox.DisposeAsync();
        folder.Delete();
    }

    [Test]
    public async Task A_port_of_this_machine_is_out_of_reach(CancellationToken cancellation)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        Assert.That(await TryAsync(AttemptKind.Connect, $"{port}", cancellation), Is.False);
        Assert.That(listener.Pending(), Is.False);
        await using var host = await HostAsync(cancellation);
        Assert.That(NamespaceOf(host.ProcessId, "net"), Is.Not.Null.And.Not.EqualTo(NamespaceOf(Environment.ProcessId, "net")), "The filter alone would have stopped it.");
    }

    [Test]
    public async Task Of_the_disk_nothing_is_there_but_what_a_host_needs([Values("/home", "/root", "/etc", "/var", "/sys", "/usr/share", "/usr/bin", "/dotnet/sdk")] string path, CancellationToken cancellation) =>
        Assert.That(await TryAsync(AttemptKind.Read, path, cancellation), Is.False);

    [Test]
    public async Task The_repository_and_the_users_temporary_files_are_not_there(CancellationToken cancellation)
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(Path.Combine(temporary.Path, "secret"), "secret");

        Assert.That(await TryAsync(AttemptKind.Read, Path.Combine(temporary.Path, "secret"), cancellation), Is.False);
        Assert.That(await TryAsync(AttemptKind.Read, Path.Combine(Repository.Root, "solutions"), cancellation), Is.False);
    }

    [Test]
    public async Task Only_the_private_temporary_folder_can_be_written([Values("/", "/hand-in", "/hand-in/programs", "/host", "/dotnet", "/usr/lib", "/dev", "/proc")] string path, CancellationToken cancellation)
    {
        Assert.That(await TryAsync(AttemptKind.Write, Path.Combine(path, "mark"), cancellation), Is.False);
        Assert.That(await TryAsync(AttemptKind.Write, "/tmp/mark", cancellation), Is.True);
    }

    [Test]
    public async Task The_private_temporary_folder_takes_16_MiB(CancellationToken cancellation)
    {
        var limits = ProcessLimits.Default with { Host = new HostLimits(MaxFileBytes: 32L << 20) };
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, limits, cancellation);

        Assert.That(await AnswerAsync(host, AttemptKind.Write, $"/tmp/first|{12 << 20}", cancellation), Is.True);
        Assert.That(await AnswerAsync(host, AttemptKind.Write, $"/tmp/second|{12 << 20}", cancellation), Is.False);
    }

    [Test]
    public async Task Other_processes_of_the_machine_are_not_to_be_seen(CancellationToken cancellation)
    {
        await using var host = await HostAsync(cancellation);
        await host.SendAsync(new Attempt(AttemptKind.Read, "/proc"), cancellation);
        var seen = (Attempted)(await host.ReceiveAsync(cancellation))!;

        var processes = seen.Detail.Split(' ').Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).ToList();
        // bubblewrap itself, the warden, the host.
        Assert.That(processes, Has.Count.EqualTo(3), seen.Detail);
    }

    [Test]
    public async Task A_host_can_read_no_other_ones_memory_nor_the_wardens(CancellationToken cancellation)
    {
        await using var other = await HostAsync(cancellation);
        var wardenInside = 2;
        var otherInside = ProcessNamespaces.InnermostId(other.ProcessId);
        Assert.That(otherInside, Is.GreaterThan(wardenInside));

        foreach (var id in (int[])[wardenInside, otherInside])
            Assert.That(await TryAsync(AttemptKind.Read, $"/proc/{id}/environ", cancellation), Is.False, $"process {id}");
        Assert.That(await TryAsync(AttemptKind.Read, $"/proc/{otherInside}/stat", cancellation), Is.True, "the process must be there for this to tell anything");
    }

    [Test]
    public async Task No_process_can_be_started_inside(CancellationToken cancellation) =>
        Assert.That(await TryAsync(AttemptKind.Start, sandbox.Runtime, cancellation), Is.False);

    [Test]
    public async Task The_users_environment_is_not_there(CancellationToken cancellation)
    {
        // bubblewrap says in PWD where it starts its program.
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Except(HostEnvironment.Inside.Keys).Except(["PWD"]))
            Assert.That(await TryAsync(AttemptKind.Environment, name, cancellation), Is.False, name);
    }

    [Test]
    public async Task It_is_made_once_for_all_its_hosts(CancellationToken cancellation)
    {
        await using var one = await HostAsync(cancellation);
        await using var other = await HostAsync(cancellation);

        Assert.That(NamespaceOf(one.ProcessId), Is.EqualTo(NamespaceOf(other.ProcessId)));
        Assert.That(NamespaceOf(one.ProcessId), Is.Not.EqualTo(NamespaceOf(Environment.ProcessId)));
    }

    [Test]
    public async Task With_it_everything_inside_ends(CancellationToken cancellation)
    {
        var host = await HostAsync(cancellation);

        await sandbox.DisposeAsync();

        var exit = await host.Exit.WaitAsync(Reaping, cancellation);
        Assert.That(exit, Is.EqualTo(HostExit.WithSandbox));
        Assert.That(() => ProcessNamespaces.InnermostId(host.ProcessId), Is.Zero.After(5000, 20));
    }

    [Test]
    public async Task One_that_is_killed_in_the_middle_is_the_graders_fault(CancellationToken cancellation)
    {
        await using var host = await HostAsync(cancellation);

        System.Diagnostics.Process.GetProcessById(sandbox.ProcessId).Kill();

        Assert.That(await host.ReceiveAsync(cancellation), Is.Null);
        Assert.That(async () => await host.ExitAsync(cancellation), Throws.TypeOf<LostHostException>().With.Message.Contains("killed from outside"));
        Assert.That(async () => await HostAsync(cancellation), Throws.TypeOf<GraderFaultException>());
    }

    [Test]
    public void A_file_outside_the_hand_ins_folder_is_not_offered_to_a_host() =>
        Assert.That(() => sandbox.PathInside("/etc/passwd"), Throws.TypeOf<GraderFaultException>());

    [Test]
    public void It_says_that_everything_is_enforced() =>
        Assert.That(sandbox.Report, Has.Property(nameof(SandboxReport.IsComplete)).True.And.Property(nameof(SandboxReport.Kind)).EqualTo(SandboxKind.Bubblewrap));

    private static string? NamespaceOf(int processId, string kind = "pid") => new FileInfo($"/proc/{processId}/ns/{kind}").LinkTarget;

    private Task<HostProcess> HostAsync(CancellationToken cancellation) =>
        HostProcess.StartAsync(sandbox, folder.Path, ProcessLimits.Default, cancellation);

    private static async Task<bool> AnswerAsync(HostProcess host, AttemptKind kind, string argument, CancellationToken cancellation)
    {
        await host.SendAsync(new Attempt(kind, argument), cancellation);
        return ((Attempted)(await host.ReceiveAsync(cancellation))!).Succeeded;
    }

    private async Task<bool> TryAsync(AttemptKind kind, string argument, CancellationToken cancellation)
    {
        await using var host = await HostAsync(cancellation);
        return await AnswerAsync(host, kind, argument, cancellation);
    }
}
