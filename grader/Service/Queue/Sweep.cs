using ExerciseKit.Service.Data.Contexts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Service.Queue;

/// <summary>Looks again and again for what nobody works on: leases that ran out, and gradings without a job. Any number of processes may do so.</summary>
internal sealed partial class Sweep(ServiceDatabase database, Leases leases, GradingJobs jobs, LeaseTimes times, TimeProvider clock, ILogger<Sweep> log) : BackgroundService
{
    /// <summary>Once, at the start of a process.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (database.IsEmbedded)
        {
            // Nobody else has the file: whoever graded then is gone, and the jobs were in its memory.
            await leases.TakeBackAllAsync(cancellation).ConfigureAwait(false);
            await jobs.ForgetAsync(cancellation).ConfigureAwait(false);
        }

        await jobs.MakeMissingAsync(cancellation).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // From when on a lease that has run out may be taken for its worker's end: while the database was away none could say that it lives.
        var lastFailure = (long?)null;
        using var timer = new PeriodicTimer(times.Sweep, clock);
        do
        {
            try
            {
                var isSure = lastFailure is not { } failure || clock.GetElapsedTime(failure) > times.Length;
                var back = isSure ? await leases.TakeBackAsync(stoppingToken).ConfigureAwait(false) : 0;
                var made = await jobs.MakeMissingAsync(stoppingToken).ConfigureAwait(false);
                if (back + made > 0)
                    Found(back, made);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever it is, the next time it may go: nothing else looks for what was lost.
                lastFailure = clock.GetTimestamp();
                Failed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    [LoggerMessage(10, LogLevel.Information, "{Back} gradings were taken back from silent workers, {Made} jobs made anew")]
    private partial void Found(int back, int made);

    [LoggerMessage(11, LogLevel.Warning, "The sweep failed and is tried again: {Why}")]
    private partial void Failed(string why);
}
