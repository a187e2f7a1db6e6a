using System.Net.Sockets;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Live;
using ExerciseKit.Tests.Host;

namespace ExerciseKit.Tests.Live;

/// <summary>The live driver against a first process that says what the test wants.</summary>
public sealed class LiveProgramTests
{
    private readonly List<string> told = [];
    private Socket theirs = null!;
    private MessageChannel root = null!;
    private LiveProgram live = null!;
    private Task<LiveEnd> running = null!;

    [SetUp]
    public void Start()
    {
        told.Clear();
        var folder = Directory.CreateTempSubdirectory("live-");
        var endpoint = new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "s"));
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(endpoint);
        listener.Listen(1);
        theirs = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 60_000 };
        theirs.Connect(endpoint);
        root = new MessageChannel(theirs);
        live = new LiveProgram(new LiveOptions(WarmHost.Assembly, "/nowhere/Student.dll", told.Add), TimeProvider.System);
        running = live.RunAsync(new MessageChannel(listener.Accept()), CancellationToken.None);
        folder.Delete(recursive: true);
    }

    [TearDown]
    public async Task Stop()
    {
        root.Dispose();
        theirs.Dispose();
        await Task.WhenAny(running);
        running.Dispose();
        await live.DisposeAsync();
    }

    [Test]
    public async Task An_ordinary_program_ends_with_what_its_first_process_ended_with()
    {
        Greet();
        var end = new EndProcess(Ending.Exited, 4);
        Assert.That(Ask(end), Is.EqualTo(Done.Instance));
        root.Dispose();
        Assert.That(await running, Is.EqualTo(new LiveEnd(LiveEnding.Ended, end)));
    }

    [Test]
    public async Task A_first_process_that_is_gone_without_a_word_is_lost()
    {
        Greet();
        Ask(new CreateLock(".~0"));
        root.Dispose();
        Assert.That(await running, Is.EqualTo(new LiveEnd(LiveEnding.Lost, null)));
    }

    [Test]
    public void A_first_process_of_another_version_is_refused()
    {
        root.Send(new Hello(Protocol.Version + 1, 1));
        Assert.That(() => running, Throws.TypeOf<ProtocolException>().With.Property("Fault").EqualTo(ProtocolFault.WrongVersion));
    }

    [Test]
    public void A_first_process_that_asks_before_it_greets_is_refused()
    {
        root.Send(new Ask(0, new CreateLock(".~0"), CallSite.Unknown));
        Assert.That(() => running, Throws.TypeOf<ProtocolException>().With.Property("Fault").EqualTo(ProtocolFault.OutOfTurn));
    }

    [Test]
    public async Task A_second_question_before_the_answer_is_out_of_turn()
    {
        Greet();
        root.Send(new Ask(0, new Sleep(TimeSpan.FromHours(1)), CallSite.Unknown));
        root.Send(new Ask(0, new CreateLock(".~0"), CallSite.Unknown));
        Assert.That((await running).Ending, Is.EqualTo(LiveEnding.Faulted));
        Assert.That(told.Single(), Does.StartWith("The first process was cut off: OutOfTurn: "));
    }

    [Test]
    public async Task A_question_of_another_run_is_stale()
    {
        Greet();
        root.Send(new Ask(5, new CreateLock(".~0"), CallSite.Unknown));
        Assert.That((await running).Ending, Is.EqualTo(LiveEnding.Faulted));
        Assert.That(told.Single(), Does.Contain("StaleRun"));
    }

    [Test]
    public async Task A_malformed_frame_cuts_the_first_process_off()
    {
        Greet();
        theirs.Send([4, 0, 0, 0, .. Encoding.UTF8.GetBytes("[,]{")]);
        Assert.That((await running).Ending, Is.EqualTo(LiveEnding.Faulted));
        Assert.That(told.Single(), Does.Contain("Malformed"));
    }

    [Test]
    public async Task A_child_that_cannot_be_loaded_ends_with_1_and_the_program_goes_on()
    {
        Greet();
        Ask(new StartProcess(".0", "baker", null, new Target("No", "Where", ""), new Payload("[]", [])));
        Assert.That(Ask(new JoinProcess(".0", null)), Is.EqualTo(Flag.True));
        Assert.That(Ask(new QueryExitCode(".0")), Is.EqualTo(new Number(1)));
        Assert.That(Ask(new EndProcess(Ending.Returned, 0)), Is.EqualTo(Done.Instance));
        root.Dispose();
        Assert.That((await running).Ending, Is.EqualTo(LiveEnding.Ended));
        Assert.That(told.Single(), Does.StartWith("Process baker was cut off: /nowhere/Student.dll could not be loaded: "));
    }

    [Test]
    public void A_sleep_and_a_patience_end_when_their_time_has_come_and_not_before()
    {
        Greet();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.That(Ask(new Sleep(TimeSpan.FromMilliseconds(80))), Is.EqualTo(Done.Instance));
        Assert.That(watch.ElapsedMilliseconds, Is.GreaterThanOrEqualTo(80));
        Ask(new CreateLock(".~0"));
        Ask(new AcquireLock(".~0", null));
        watch.Restart();
        Assert.That(Ask(new AcquireLock(".~0", TimeSpan.FromMilliseconds(80))), Is.EqualTo(Flag.False));
        Assert.That(watch.ElapsedMilliseconds, Is.GreaterThanOrEqualTo(80));
    }

    private void Greet() => root.Send(new Hello(Protocol.Version, Environment.ProcessId));

    private Outcome? Ask(Operation operation)
    {
        root.Send(new Ask(0, operation, CallSite.Unknown));
        return ((Answer)root.Receive()!).Outcome;
    }
}
