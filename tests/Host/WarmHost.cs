using System.Diagnostics;
using System.Net.Sockets;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Tests.Host;

/// <summary>A real host process, and the driver's end of its connection.</summary>
internal sealed class WarmHost : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("host-");
    private readonly Process process;

    public WarmHost()
    {
        var path = Path.Combine(folder.FullName, "s");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        process = Process.Start(new ProcessStartInfo("dotnet", [Assembly, "--agent", path]) { RedirectStandardError = true })!;
        Socket = listener.Accept();
        // Only a stuck test meets it.
        Socket.ReceiveTimeout = 60_000;
        Channel = new MessageChannel(Socket);
        Hello = (Hello)Channel.Receive()!;
    }

    public static string Assembly => Path.Combine(TestContext.CurrentContext.TestDirectory, "ExerciseKit.Host.dll");

    public Socket Socket { get; }

    public MessageChannel Channel { get; }

    public Hello Hello { get; }

    public int ProcessId => process.Id;

    /// <summary>Begins a run in which every operation is asked for.</summary>
    public void Begin(StudentAssembly program, Target target, string arguments = "[]", int run = 1, long loopBudget = 0, bool freshStatics = true) =>
        Begin(new RunAgent(run, program.Location, target, new Payload(arguments, []), [], null, loopBudget, freshStatics));

    /// <summary>Lets the host learn what an agent with this history does next.</summary>
    public IReadOnlyList<Operation> Learn(StudentAssembly program, Target target, int runAhead, params Outcome[] recorded)
    {
        Begin(new RunAgent(1, program.Location, target, new Payload("[]", []), recorded.ToEquatableArray(), runAhead, 0, FreshStatics: true));
        return [.. ((Learned)Channel.Receive()!).Operations.Select(o => o.Operation)];
    }

    public Ask NextAsk() => Channel.Receive() is var message && message is Ask ask ? ask : throw new AssertionException($"An Ask was expected, not {message}.");

    public void Answer(Outcome? outcome, int run = 1) => Channel.Send(new Answer(run, outcome));

    private void Begin(RunAgent run)
    {
        Channel.Send(run);
        Assert.That(Channel.Receive(), Is.EqualTo(new Begun(run.Run)));
    }

    /// <summary>Runs a method that asks for nothing but its end.</summary>
    public EndProcess RunToEnd(StudentAssembly program, Target target, string arguments = "[]", long loopBudget = 0, bool freshStatics = true)
    {
        Begin(program, target, arguments, loopBudget: loopBudget, freshStatics: freshStatics);
        var end = (EndProcess)NextAsk().Operation;
        Answer(Done.Instance);
        return end;
    }

    /// <summary>Waits for the host's end.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public (int ExitCode, string Errors) End()
    {
        var errors = process.StandardError.ReadToEnd();
        Assert.That(process.WaitForExit(TimeSpan.FromSeconds(30)), Is.True, "The host did not end.");
        return (process.ExitCode, errors);
    }

    public void Dispose()
    {
        Channel.Dispose();
        if (!process.WaitForExit(TimeSpan.FromSeconds(30)))
            process.Kill();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
