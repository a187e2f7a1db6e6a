using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Tests.Host;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>What the driver makes of hosts that do not behave, with real ones.</summary>
[NeedsLinux, CancelAfter(120_000)]
public sealed class HostProcessTests
{
    private static readonly TimeSpan Speaking = TimeSpan.FromSeconds(20);

    private HandInFolder folder = null!;
    private ISandbox sandbox = null!;

    [SetUp]
    public async Task Make()
    {
        folder = HandInFolder.Create();
        sandbox = await Sandboxes.StartAsync(SandboxDemand.Nothing, folder.Path, CancellationToken.None);
    }

    [TearDown]
    public async Task Remove()
    {
        await sandbox.DisposeAsync();
        folder.Delete();
    }

    [Test]
    public async Task One_that_sleeps_where_it_should_speak_hangs(CancellationToken cancellation)
    {
        // Nobody has told it what to do: it sleeps as one does that waits for what never comes.
        var limits = ProcessLimits.Default with { MaxSleep = TimeSpan.FromSeconds(1) };
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, limits, cancellation);

        Assert.That(async () => await host.ReceiveAsync(cancellation), Throws.TypeOf<CondemnedHostException>()
            .With.Message.EqualTo("slept for 1 s without having asked the kit for anything to wait for.")
            .And.Property(nameof(CondemnedHostException.Verdict)).EqualTo(Verdict.Hang));
    }

    [Test]
    public async Task A_process_that_connects_in_the_place_of_a_host_is_turned_away_and_named(CancellationToken cancellation)
    {
        using var intruding = new IntrudedSandbox(sandbox);
        var trespassers = new List<int>();

        await using var host = await HostProcess.StartAsync(intruding, folder.Path, ProcessLimits.Default, cancellation, trespassers.Add);

        Assert.That(trespassers, Is.EqualTo(new[] { Environment.ProcessId }));
        Assert.That(host.ProcessId, Is.Not.EqualTo(Environment.ProcessId));
        Assert.That(IsOver(intruding.Intruder!), Is.True, "the intruder's connection must be over");
        await host.SendAsync(new Attempt(AttemptKind.Read, "/"), cancellation);
        Assert.That(await host.ReceiveAsync(cancellation), Is.InstanceOf<Attempted>(), "the host itself must be connected");
    }

    [Test]
    public void One_that_is_killed_between_its_connection_and_its_greeting_is_lost_and_no_fault_of_the_build(CancellationToken cancellation) =>
        Assert.That(async () => await HostProcess.StartAsync(new SilencedSandbox(sandbox), folder.Path, ProcessLimits.Default, cancellation), Throws.TypeOf<LostHostException>()
            .With.Message.Contains("A host ended with code 137 before it connected: it was killed from outside"));

    [Test]
    public async Task One_that_connected_to_another_ones_socket_is_condemned_at_its_next_word(CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, ProcessLimits.Default, cancellation);
        await host.SendAsync(new Attempt(AttemptKind.Read, "/"), cancellation);

        host.Trespassed();

        Assert.That(async () => await host.ReceiveAsync(cancellation), Throws.TypeOf<CondemnedHostException>().With.Message.Contains("connected to the socket of another process"));
    }

    [Test]
    public async Task One_that_has_spoken_after_the_end_of_its_run_is_given_to_nobody_else(CancellationToken cancellation)
    {
        using var program = new StudentAssembly("public static class P { public static void Run() { } }");
        await using var pool = new HostPool(SandboxDemand.Nothing);
        var liar = await TalkativeAsync(pool, program, cancellation);
        pool.Return(liar);
        Assert.That(() => liar.HasSpokenUp, Is.True.After((int)Speaking.TotalMilliseconds, 20));

        var next = await pool.BeginAsync(RunOf(program.Location, 2), own: null, cancellation);

        Assert.That(next, Is.Not.SameAs(liar));
        Assert.That(liar.Exit.IsCompleted, Is.True);
    }

    [Test]
    public async Task One_that_ran_code_before_and_can_not_begin_is_replaced_by_a_new_one(CancellationToken cancellation)
    {
        using var program = new StudentAssembly("public static class P { public static void Run() { } }");
        await using var pool = new HostPool(SandboxDemand.Nothing);
        var worn = await TalkativeAsync(pool, program, cancellation);

        var next = await pool.BeginAsync(RunOf(program.Location, 2), worn, cancellation);

        Assert.That(next, Is.Not.SameAs(worn), "its first word was another than that it has begun");
        Assert.That(worn.Exit.IsCompleted, Is.True);
        Assert.That(await next.ReceiveAsync(cancellation), Is.InstanceOf<Learned>());
    }

    [Test]
    public async Task A_program_that_a_new_one_can_not_load_is_the_graders_fault(CancellationToken cancellation)
    {
        await using var pool = new HostPool(SandboxDemand.Nothing);
        var absent = Path.Combine(pool.Folder, "Absent.dll");

        Assert.That(async () => await pool.BeginAsync(RunOf(absent, 1), own: null, cancellation), Throws.TypeOf<GraderFaultException>()
            .With.Message.StartsWith($"A host could not work: {absent} could not be loaded: "));
    }

    [Test]
    public async Task One_that_closes_its_connection_and_lives_on_is_condemned_for_what_it_does_meanwhile(CancellationToken cancellation)
    {
        using var program = new StudentAssembly("""
            using System.Net.Sockets;
            public static class P
            {
                public static void Run()
                {
                    for (var handle = 3; handle < 250; handle++)
                    {
                        try { new Socket(new SafeSocketHandle(handle, false)).Shutdown(SocketShutdown.Both); }
                        catch (Exception) { }
                    }

                    Thread.Sleep(-1);
                }
            }
            """);
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, ProcessLimits.Default with { MaxSleep = TimeSpan.FromSeconds(1) }, cancellation);
        Assert.That(await host.BeginAsync(RunOf(program.Location, 1), cancellation), Is.Null);
        Assert.That(await host.ReceiveAsync(cancellation), Is.Null);

        Assert.That(async () => await host.ExitAsync(cancellation), Throws.TypeOf<CondemnedHostException>()
            .With.Message.EqualTo("broke the protocol: it closed its connection in the middle of a run and lived on; it slept for 1 s without having asked the kit for anything to wait for."));
    }

    [Test]
    public async Task One_that_does_not_take_what_it_is_sent_is_watched_like_one_that_does_not_speak(CancellationToken cancellation)
    {
        var limits = ProcessLimits.Default with { MaxSleep = TimeSpan.FromSeconds(1) };
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, limits, cancellation);
        // Busy with this, the host reads nothing, and no socket's buffer holds what follows.
        await host.SendAsync(new Attempt(AttemptKind.AllocateOutside, $"{64L << 30}"), cancellation);
        var tooLong = new Answer(1, new Text(new string('x', 8 << 20)));

        Assert.That(async () => await host.SendAsync(tooLong, cancellation), Throws.TypeOf<CondemnedHostException>().With.Message.Contains("maxMemoryBytes").Or.InstanceOf<IOException>());
    }

    /// <summary>A host that has had a run, and is about to say something that belongs to none.</summary>
    private static async Task<HostProcess> TalkativeAsync(HostPool pool, StudentAssembly program, CancellationToken cancellation)
    {
        var host = await pool.BeginAsync(RunOf(program.Location, 1), own: null, cancellation);
        Assert.That(await host.ReceiveAsync(cancellation), Is.InstanceOf<Learned>());
        await host.SendAsync(new Attempt(AttemptKind.Read, "/"), cancellation);
        return host;
    }

    private static RunAgent RunOf(string assembly, int run) =>
        new(run, assembly, new Target("P", "Run", "*"), new Payload("[]", []), [], RunAhead: 0, LoopBudget: 0, FreshStatics: true);

    private static bool IsOver(MessageChannel channel)
    {
        try
        {
            return channel.Receive() is null;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>A sandbox whose hosts connect, and are killed before they can say a word.</summary>
    private sealed class SilencedSandbox(ISandbox inner) : ISandbox
    {
        public SandboxReport Report => inner.Report;

        public string Runtime => inner.Runtime;

        public string PathInside(string path) => inner.PathInside(path);

        public Task<IHostLife> StartHostAsync(string socket, HostLimits limits, CancellationToken cancellation)
        {
            MessageChannel.Connect(socket).Dispose();
            return Task.FromResult<IHostLife>(new Life());
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private sealed class Life : IHostLife
        {
            private readonly TaskCompletionSource<HostExit> exit = new();

            public Task<HostExit> Exit => exit.Task;

            /// <summary>Its end is known a while after its connection is over, as is that of a real process.</summary>
            public Task<bool> IsAsync(int processId)
            {
                _ = Task.Delay(TimeSpan.FromMilliseconds(200)).ContinueWith(_ => exit.TrySetResult(new HostExit(137, "")), TaskScheduler.Default);
                return Task.FromResult(true);
            }

            public Task KillAsync() => Task.CompletedTask;
        }
    }

    /// <summary>A sandbox in which this process is quicker to connect than each host.</summary>
    private sealed class IntrudedSandbox(ISandbox inner) : ISandbox, IDisposable
    {
        public MessageChannel? Intruder { get; private set; }

        public SandboxReport Report => inner.Report;

        public string Runtime => inner.Runtime;

        public string PathInside(string path) => inner.PathInside(path);

        public Task<IHostLife> StartHostAsync(string socket, HostLimits limits, CancellationToken cancellation)
        {
            Intruder = MessageChannel.Connect(socket);
            Intruder.Send(new Hello(Protocol.Version, Environment.ProcessId));
            return inner.StartHostAsync(socket, limits, cancellation);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        public void Dispose() => Intruder?.Dispose();
    }
}
