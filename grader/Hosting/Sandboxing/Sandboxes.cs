using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>Makes the best sandbox that this machine can.</summary>
internal static class Sandboxes
{
    /// <summary>Makes it.</summary>
    /// <param name="demand">How much is asked for.</param>
    /// <param name="folder">The hand-in's folder, all that the hosts see of the disk beside the runtime.</param>
    /// <exception cref="GraderFaultException">Everything is demanded, and can't be had.</exception>
    public static async Task<ISandbox> StartAsync(SandboxDemand demand, string folder, CancellationToken cancellation)
    {
        if (demand == SandboxDemand.Nothing)
            return new PlainProcesses("No sandbox was asked for.");
        try
        {
            return await BubblewrapSandbox.StartAsync(folder, cancellation).ConfigureAwait(false);
        }
        catch (SandboxUnavailableException e)
        {
            return demand == SandboxDemand.Everything
                ? throw new GraderFaultException($"A sandbox is required (--require-sandbox), and this machine can't make one: {e.Message}", e)
                : new PlainProcesses(e.Message);
        }
    }
}
