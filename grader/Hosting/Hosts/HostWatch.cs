using ExerciseKit.Contract.Faults;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>Looks at what a host does while it is waited for. What it uses decides, never how long it takes.</summary>
internal sealed class HostWatch(int processId, ProcessLimits limits)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a host may be silent without using its processor or sleeping before the machine is to blame.</summary>
    private static readonly TimeSpan SilenceBound = TimeSpan.FromMinutes(5);

    /// <summary>Waits for a message to come, or to be taken.</summary>
    /// <exception cref="CondemnedHostException">It went beyond a limit meanwhile.</exception>
    /// <exception cref="GraderFaultException">It neither works nor sleeps: the machine is to blame.</exception>
    public async Task AwaitAsync(Task message, CancellationToken cancellation)
    {
        ProcessUsage? first = null, last = null;
        var asleep = TimeSpan.Zero;
        for (var silent = TimeSpan.Zero; !await EndsWithinALookAsync(message, cancellation).ConfigureAwait(false); silent += LookEvery)
        {
            var usage = ProcessUsage.Of(processId);
            first ??= usage;
            if (usage.Processor - first.Value.Processor > limits.MaxProcessorTime)
                throw CondemnedHostException.Processor(limits.MaxProcessorTime);
            if (usage.ResidentBytes > limits.MaxResidentBytes)
                throw CondemnedHostException.Memory(limits.MaxResidentBytes);

            // One that the machine keeps from working would run, or waits for the disk. All of its threads sleep of their own accord.
            asleep = usage.Processor == last?.Processor && ProcessUsage.IsAsleep(processId) ? asleep + LookEvery : TimeSpan.Zero;
            if (asleep >= limits.MaxSleep)
                throw CondemnedHostException.Asleep(limits.MaxSleep);
            if (silent >= SilenceBound)
                throw new GraderFaultException($"The host {processId} neither worked nor answered for {SilenceBound.TotalMinutes} minutes. Is the machine overloaded?");
            last = usage;
        }
    }

    private static async Task<bool> EndsWithinALookAsync(Task message, CancellationToken cancellation)
    {
        // How it ended, its own waiter tells.
        await message.WaitAsync(LookEvery, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return message.IsCompleted;
    }
}
