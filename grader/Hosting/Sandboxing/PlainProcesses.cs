using System.ComponentModel;
using System.Diagnostics;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>No sandbox: hosts are plain child processes, with what limits the system gives.</summary>
/// <param name="why">Why there is none.</param>
internal sealed class PlainProcesses(string why) : ISandbox
{
    private readonly string hostAssembly = HostLocation.Find();

    public SandboxReport Report { get; } = Enforcement.Plain(why, SystemCallFiltering.IsPossibleHere);

    public string Runtime => DotnetMuxer.Path;

    public string PathInside(string path) => path;

    public Task<IHostLife> StartHostAsync(string socket, HostLimits limits, CancellationToken cancellation)
    {
        var command = HostCommand.Agent(hostAssembly, socket, limits);
        HostEnvironment.Apply(command.Environment);
        try
        {
#pragma warning disable RS0030 // The one place of the grader that starts student processes; they are reaped with their HostProcess.
            return Task.FromResult<IHostLife>(new PlainHostLife(Process.Start(command)!));
#pragma warning restore RS0030
        }
        catch (Win32Exception e)
        {
            throw new GraderFaultException($"{command.FileName}, which runs the hosts, could not be started: {e.Message} Install the .NET runtime 10 again.", e);
        }
    }

    // Each host is ended by the pool that has it.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class PlainHostLife : IHostLife
    {
        private readonly Process process;
        private readonly int id;

        public PlainHostLife(Process process)
        {
            this.process = process;
            id = process.Id;
            process.StandardInput.Close();
            _ = new StreamTail(process.StandardOutput);
            Exit = WatchAsync(new StreamTail(process.StandardError));
        }

        public Task<HostExit> Exit { get; }

        public Task<bool> IsAsync(int processId) => Task.FromResult(processId == id);

        public Task KillAsync()
        {
            try
            {
                if (!Exit.IsCompleted)
                    process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It ended between the question and the kill.
            }

            return Task.CompletedTask;
        }

        private async Task<HostExit> WatchAsync(StreamTail errors)
        {
            await process.WaitForExitAsync().ConfigureAwait(false);
            await errors.End.ConfigureAwait(false);
            var exit = new HostExit(process.ExitCode, errors.ToString());
            process.Dispose();
            return exit;
        }
    }
}
