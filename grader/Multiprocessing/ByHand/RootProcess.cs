using System.Reflection;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Multiprocessing.ByHand;

/// <summary>The first process of a program started by hand: it starts its broker on first use, and says goodbye at its end.</summary>
internal sealed class RootProcess
{
    private static readonly Lock Gate = new();

    private readonly MessageChannel channel;
    private readonly AgentSession session;
    private readonly ChannelLink link;
    private readonly RootLink root;

    private RootProcess(Assembly program)
    {
        channel = BrokerProcess.Start(program.Location);
        link = new ChannelLink(channel, run: 0, Lost);
        root = new RootLink(link);
        session = new AgentSession(root) { Program = new LoadedProgram(program), IsByHand = true };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(new EndProcess(Ending.Returned, Environment.ExitCode));
        AppDomain.CurrentDomain.UnhandledException += (_, e) => EndWith((Exception)e.ExceptionObject);
    }

    /// <summary>The session of this process, made now if there is none yet.</summary>
    public static AgentSession Attach()
    {
        lock (Gate)
        {
            return AgentSession.Current ??= new RootProcess(Assembly.GetEntryAssembly()
                ?? throw new InvalidOperationException("This process has no entry assembly, so there is no program that a child could run. Start the program with dotnet run.")).session;
        }
    }

    // As in Python: the trace first, then the children are waited for, then exit code 1.
    private void EndWith(Exception exception)
    {
#pragma warning disable RS0030 // The runtime would print it only after the children's end, and then abort.
        Console.Error.WriteLine($"Unhandled exception. {StudentFrames.Describe(exception)}");
#pragma warning restore RS0030
        End(new EndProcess(Ending.Threw, 1, Crash: new Crash(
            exception.GetType().FullName!, ExceptionMessage.Of(exception), StudentFrames.Trace(exception), StudentFrames.Innermost(exception))));
        Environment.Exit(1);
    }

    private void End(EndProcess end)
    {
        // A signal ends the process while it still asks for something: then the closed connection says it all.
        if (session.IsAborted || root.IsOver || link.IsBusy)
            return;
        try
        {
            session.Perform(end);
        }
        catch (RunAbortedException)
        {
            Environment.ExitCode = 1;
        }

        session.IsAborted = true;
        channel.Dispose();
    }

    private void Lost(Exception reason)
    {
        session.IsAborted = true;
#pragma warning disable RS0030 // There is no one else left to tell.
        Console.Error.WriteLine($"The program was ended: its broker is gone ({reason.Message}).");
#pragma warning restore RS0030
        Environment.Exit(1);
    }
}
