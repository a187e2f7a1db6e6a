using System.ComponentModel;
using System.Diagnostics;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>No sandbox around them: hosts are child processes that confine themselves as far as the system lets them.</summary>
/// <param name="folder">The hand-in's folder.</param>
/// <param name="landlock">What they use of Landlock.</param>
/// <param name="report">What that enforces.</param>
internal sealed class PlainProcesses(string folder, LandlockSupport landlock, SandboxReport report) : ISandbox
{
    private readonly string hostAssembly = HostLocation.Find();
    private readonly HostWalls? walls = landlock.Abi > 0 ? new HostWalls(landlock.Abi, HandInFolder.ProgramsIn(folder)) : null;

    public SandboxReport Report => report;

    public string Runtime => DotnetMuxer.Path;

    public string PathInside(string path) => path;

    public async Task<IHostLife> StartHostAsync(string socket, HostLimits limits, CancellationToken cancellation)
    {
        var command = HostCommand.Agent(hostAssembly, socket, limits, walls);
        HostEnvironment.Apply(command.Environment);
        try
        {
            // It is reaped with its HostProcess.
            return new PlainHostLife(await LauncherThread.StartAsync(command).ConfigureAwait(false));
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
            _ = new StreamEnds(process.StandardOutput);
            Exit = WatchAsync(new StreamEnds(process.StandardError));
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

        private async Task<HostExit> WatchAsync(StreamEnds errors)
        {
            await process.WaitForExitAsync().ConfigureAwait(false);
            await errors.End.ConfigureAwait(false);
            var exit = new HostExit(process.ExitCode, errors.ToString());
            process.Dispose();
            return exit;
        }
    }
}
