using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Sandboxing;

/// <summary>What a host can and can't do that confines itself by Landlock, with no sandbox around it. Needs nothing installed.</summary>
[NeedsLandlock, CancelAfter(120_000)]
public sealed class LandlockTests
{
    private HandInFolder folder = null!;
    private ISandbox sandbox = null!;

    [SetUp]
    public async Task Make()
    {
        folder = HandInFolder.Create();
        sandbox = await Sandboxes.StartAsync(SandboxDemand.LandlockAlone, folder.Path, CancellationToken.None);
    }

    [TearDown]
    public async Task Remove()
    {
        await sandbox.DisposeAsync();
        folder.Delete();
    }

    [Test]
    public async Task Of_the_disk_nothing_can_be_read_but_what_a_host_needs([Values("/", "/home", "/root", "/etc", "/etc/passwd", "/var", "/sys", "/usr/share", "/usr/bin", "/proc", "/dev", "/tmp", "/dev/shm")] string path, CancellationToken cancellation) =>
        Assert.That(await TryAsync(AttemptKind.Read, path, cancellation), Does.EndWith("is denied."));

    [Test]
    public async Task Nor_can_the_repository_the_SDK_and_the_users_temporary_files(CancellationToken cancellation)
    {
        using var temporary = new TemporaryFolder();
        var secret = Path.Combine(temporary.Path, "secret");
        File.WriteAllText(secret, "secret");

        foreach (var path in (string[])[secret, Path.Combine(Repository.Root, "solutions"), Path.Combine(Path.GetDirectoryName(DotnetMuxer.Path)!, "sdk"), folder.Path, Path.Combine(folder.Path, "lock")])
            Assert.That(await TryAsync(AttemptKind.Read, path, cancellation), Does.EndWith("is denied."), path);
    }

    [Test]
    public async Task The_hand_ins_programs_can_be_read_and_no_other_ones(CancellationToken cancellation)
    {
        var other = HandInFolder.Create();
        try
        {
            File.WriteAllText(Path.Combine(other.Programs, "program"), "another's");
            File.WriteAllText(Path.Combine(folder.Programs, "program"), "its own");

            Assert.That(await TryAsync(AttemptKind.Read, Path.Combine(other.Programs, "program"), cancellation), Does.EndWith("is denied."));
            Assert.That(await TryAsync(AttemptKind.Read, Path.Combine(folder.Programs, "program"), cancellation), Is.EqualTo("DONE: its own"));
        }
        finally
        {
            other.Delete();
        }
    }

    [Test]
    public async Task Nowhere_can_anything_be_written([Values("/", "/tmp", "/var/tmp", "/dev/shm", "/root", "/run", "/dev", "{hand-in}", "{programs}", "{temporary}")] string path, CancellationToken cancellation)
    {
        var place = path.Replace("{hand-in}", folder.Path, StringComparison.Ordinal)
            .Replace("{programs}", folder.Programs, StringComparison.Ordinal)
            .Replace("{temporary}", Path.GetTempPath(), StringComparison.Ordinal);
        var mark = Path.Combine(place, "kit-mark");

        Assert.That(await TryAsync(AttemptKind.Write, mark, cancellation), Does.EndWith("is denied."));
        Assert.That(File.Exists(mark), Is.False);
    }

    [Test]
    public async Task A_file_of_the_users_keeps_what_it_holds_and_its_permissions(CancellationToken cancellation)
    {
        using var temporary = new TemporaryFolder();
        var file = Path.Combine(temporary.Path, "file");
        File.WriteAllText(file, "as it was");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Mode);

        Assert.That(await TryAsync(AttemptKind.Write, file, cancellation), Does.EndWith("is denied."));
        Assert.That(await TryAsync(AttemptKind.ChangeMode, file, cancellation), Does.EndWith("is denied."));
        Assert.That(File.ReadAllText(file), Is.EqualTo("as it was"));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(Mode));
    }

    [Test]
    public async Task A_port_of_this_machine_is_out_of_reach(CancellationToken cancellation)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.That(await TryAsync(AttemptKind.Connect, $"{((IPEndPoint)listener.LocalEndpoint).Port}", cancellation), Is.EqualTo("Permission denied"));
        Assert.That(listener.Pending(), Is.False);
    }

    [Test]
    public async Task A_socket_with_a_name_of_its_own_is_out_of_reach(CancellationToken cancellation)
    {
        var name = $"kit-test-{Guid.NewGuid():N}";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint($"\0{name}"));
        listener.Listen();

        Assert.That(await TryAsync(AttemptKind.ConnectAbstract, name, cancellation), Is.EqualTo("Permission denied"));
        Assert.That(listener.Poll(0, SelectMode.SelectRead), Is.False);
    }

    [Test]
    public async Task Other_processes_of_the_user_are_not_read_and_get_no_signal(CancellationToken cancellation)
    {
        await using var neighbour = await HostAsync(cancellation);
        foreach (var process in (int[])[Environment.ProcessId, neighbour.ProcessId, 1])
        {
            foreach (var file in (string[])["cmdline", "environ", "maps", "status", "stat", "root/etc/passwd"])
                Assert.That(await TryAsync(AttemptKind.Read, $"/proc/{process}/{file}", cancellation), Does.EndWith("is denied."), $"{file} of {process}");
            Assert.That(await TryAsync(AttemptKind.Signal, $"{process}", cancellation), Is.EqualTo("Operation not permitted"));
        }
    }

    [Test]
    public async Task No_process_can_be_started(CancellationToken cancellation) =>
        Assert.That(await TryAsync(AttemptKind.Start, sandbox.Runtime, cancellation), Does.Contain("Operation not permitted"));

    [Test]
    public async Task Every_thread_of_a_host_is_confined([Values] AttemptThread thread, CancellationToken cancellation)
    {
        File.WriteAllText(Path.Combine(folder.Programs, "program"), "its own");

        Assert.That(await TryAsync(new Attempt(AttemptKind.Read, "/etc/passwd", thread), cancellation), Does.EndWith("is denied."));
        Assert.That(await TryAsync(new Attempt(AttemptKind.Read, Path.Combine(folder.Programs, "program"), thread), cancellation), Is.EqualTo("DONE: its own"), "a thread that can't do anything proves nothing");
    }

    /// <summary>The system tells of each thread what it gave up along with the files: one that was there before the host was confined would have kept it.</summary>
    [Test]
    public async Task No_thread_of_a_host_was_there_before_it_was_confined(CancellationToken cancellation)
    {
        const ulong ReadEverything = 1 << 2;
        await using var host = await HostAsync(cancellation);
        var threads = Directory.GetDirectories($"/proc/{host.ProcessId}/task").Select(t => File.ReadAllLines(Path.Combine(t, "status"))).ToList();

        Assert.That(threads, Has.Count.GreaterThan(2), "the runtime has threads of its own");
        foreach (var status in threads)
        {
            Assert.That(Field(status, "NoNewPrivs"), Is.EqualTo("1"));
            Assert.That(Field(status, "Seccomp"), Is.EqualTo("2"));
            Assert.That(ulong.Parse(Field(status, "CapEff"), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & ~ReadEverything, Is.Zero);
        }
    }

    [Test]
    public async Task An_older_kernels_wall_still_keeps_files_and_processes_apart([Values(1, 2, 3, 4, 5, 6)] int abi, CancellationToken cancellation)
    {
        await using var older = await Sandboxes.StartAsync(SandboxDemand.LandlockAlone with { Landlock = LandlockSupport.Of(abi) }, folder.Path, cancellation);

        Assert.That(older.Report.Walls[0].Version, Is.EqualTo($"ABI {abi}"));
        Assert.That(await TryAsync(older, new Attempt(AttemptKind.Read, "/etc/passwd"), cancellation), Does.EndWith("is denied."));
        Assert.That(await TryAsync(older, new Attempt(AttemptKind.Write, Path.Combine(folder.Programs, "mark")), cancellation), Does.EndWith("is denied."));
        Assert.That(await TryAsync(older, new Attempt(AttemptKind.Signal, $"{Environment.ProcessId}"), cancellation), Is.EqualTo("Operation not permitted"));
    }

    [Test]
    public async Task It_needs_no_place_to_write_on_the_file_system_of_its_folder(CancellationToken cancellation)
    {
        var elsewhere = Directory.CreateDirectory($"/dev/shm/kit-test-{Guid.NewGuid():N}");
        try
        {
            var programs = elsewhere.CreateSubdirectory("programs");
            File.WriteAllText(Path.Combine(programs.FullName, "program"), "its own");
            await using var other = await Sandboxes.StartAsync(SandboxDemand.LandlockAlone, elsewhere.FullName, cancellation);
            await using var host = await HostProcess.StartAsync(other, elsewhere.FullName, ProcessLimits.Default, cancellation);

            Assert.That(await TryAsync(host, new Attempt(AttemptKind.Read, Path.Combine(programs.FullName, "program")), cancellation), Is.EqualTo("DONE: its own"));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    private static string Field(string[] status, string name) => status.Single(l => l.StartsWith($"{name}:", StringComparison.Ordinal)).Split('\t')[1];

    private Task<HostProcess> HostAsync(CancellationToken cancellation) =>
        HostProcess.StartAsync(sandbox, folder.Path, ProcessLimits.Default, cancellation);

    private Task<string> TryAsync(AttemptKind kind, string argument, CancellationToken cancellation) => TryAsync(new Attempt(kind, argument), cancellation);

    private Task<string> TryAsync(Attempt attempt, CancellationToken cancellation) => TryAsync(sandbox, attempt, cancellation);

    private async Task<string> TryAsync(ISandbox inside, Attempt attempt, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(inside, folder.Path, ProcessLimits.Default, cancellation);
        return await TryAsync(host, attempt, cancellation);
    }

    private static async Task<string> TryAsync(HostProcess host, Attempt attempt, CancellationToken cancellation)
    {
        await host.SendAsync(attempt, cancellation);
        var made = (Attempted)(await host.ReceiveAsync(cancellation))!;
        return made.Succeeded ? $"DONE: {made.Detail}" : made.Detail;
    }
}
