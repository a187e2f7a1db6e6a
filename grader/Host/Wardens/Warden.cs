using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host.Confinement;

namespace ExerciseKit.Host.Wardens;

/// <summary>Starts hosts inside a sandbox at the grader's word, and tells how they end; no student's code runs in it.</summary>
/// <remarks>A sandbox takes time to make, so it is made once for a hand-in: only who is inside already can start more in it.</remarks>
internal sealed class Warden(MessageChannel channel)
{
    private const int NotStarted = -1;

    private readonly ConcurrentDictionary<int, Process> hosts = [];
    private readonly Lock sending = new();

    /// <summary>Serves until the grader's end of the connection closes. The sandbox ends with this process, and all hosts with the sandbox.</summary>
    public void Serve()
    {
        // The hosts run as the same user, and must not read or steer this process.
        OwnProcess.HideFromOthers();
        channel.Send(new Hello(Protocol.Version, Environment.ProcessId));
        while (channel.Receive() is { } message)
        {
            switch (message)
            {
                case StartHost start:
                    Start(start);
                    break;
                case KillHost kill:
                    Kill(kill.Number);
                    break;
                default:
                    throw new ProtocolException(ProtocolFault.OutOfTurn, $"{message.GetType().Name} came where a warden's work was expected.");
            }
        }
    }

    private void Start(StartHost start)
    {
        try
        {
            var command = HostCommand.Agent(Assembly.GetExecutingAssembly().Location, start.Socket, start.Limits, start.Walls);
#pragma warning disable RS0030 // The one place that starts processes inside the sandbox; the grader bounds and kills them.
            var process = Process.Start(command)!;
#pragma warning restore RS0030
            process.StandardInput.Close();
            hosts[start.Number] = process;
            Tell(new HostStarted(start.Number, process.Id));
            _ = WatchAsync(start.Number, process);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            // There is no room for another process: that is for the grader to tell.
            Tell(new HostEnded(start.Number, NotStarted, $"It could not be started: {e.Message}"));
        }
    }

    private void Kill(int number)
    {
        // It may have ended by itself meanwhile.
        if (!hosts.TryGetValue(number, out var process))
            return;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }
    }

    private async Task WatchAsync(int number, Process process)
    {
        _ = new StreamEnds(process.StandardOutput);
        var errors = new StreamEnds(process.StandardError);
        await process.WaitForExitAsync().ConfigureAwait(false);
        await errors.End.ConfigureAwait(false);
        hosts.TryRemove(number, out _);
        Tell(new HostEnded(number, process.ExitCode, errors.ToString()));
        process.Dispose();
    }

    private void Tell(Message message)
    {
        try
        {
            lock (sending)
                channel.Send(message);
        }
        catch (IOException)
        {
            // The grader has gone: the other end of this connection tells it too, and ends this process.
        }
    }
}
