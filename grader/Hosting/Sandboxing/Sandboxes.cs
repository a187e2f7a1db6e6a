using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>Raises the walls that this machine can.</summary>
internal static class Sandboxes
{
    /// <summary>Raises them.</summary>
    /// <param name="demand">How much is asked for.</param>
    /// <param name="folder">The hand-in's folder, all that the hosts see of the disk beside the runtime.</param>
    /// <exception cref="GraderFaultException">What is demanded can't be had.</exception>
    public static async Task<ISandbox> StartAsync(SandboxDemand demand, string folder, CancellationToken cancellation)
    {
        var sandbox = await MakeAsync(demand, folder, cancellation).ConfigureAwait(false);
        if (!demand.IsRequired || sandbox.Report.IsComplete)
            return sandbox;
        await sandbox.DisposeAsync().ConfigureAwait(false);
        throw new GraderFaultException($"A sandbox is required (--require-sandbox), and this machine can't make one: {Missing(sandbox.Report)}");
    }

    private static async Task<ISandbox> MakeAsync(SandboxDemand demand, string folder, CancellationToken cancellation)
    {
        if (demand.Bubblewrap == BubblewrapDemand.No)
            return Plain(demand, folder, ("No sandbox by bubblewrap was asked for.", "没有要求使用 bubblewrap 沙箱。"));
        try
        {
            return await BubblewrapSandbox.StartAsync(folder, demand.Landlock, cancellation).ConfigureAwait(false);
        }
        catch (SandboxUnavailableException e)
        {
            return demand.Bubblewrap == BubblewrapDemand.Always
                ? throw new GraderFaultException($"A sandbox by bubblewrap is required, and this machine can't make one: {e.Message}", e)
                : Plain(demand, folder, e.Text);
        }
    }

    private static PlainProcesses Plain(SandboxDemand demand, string folder, LocalizedText why) =>
        new(folder, demand.Landlock, Enforcement.Of(BubblewrapSupport.Missing(why), demand.Landlock, SystemCallFiltering.Here));

    private static string Missing(SandboxReport report) => string.Join(
        ' ',
        report.NotEnforced.Where(m => m.IsDemanded).GroupBy(m => m.Why).Select(m => $"{string.Join(", ", m.Select(l => l.Limit))}: {m.Key.En}"));
}
