using ExerciseKit.Service.Queue;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Service.Work;

/// <summary>Says again and again that this worker lives, and learns what it has lost.</summary>
internal sealed partial class Heartbeat(WorkerSelf self, HeldGradings held, Leases leases, LeaseTimes times, TimeProvider clock, ILogger<Heartbeat> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(times.Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                var claimed = held.Claimed;
                foreach (var lost in (await leases.RenewAsync(self.Id, held.Ids, stoppingToken).ConfigureAwait(false)).Intersect(claimed))
                    held.Lose(lost);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The grading goes on: where the database is back before anybody else has it, its result is taken.
                Failed(e.Message);
            }
        }
    }

    [LoggerMessage(40, LogLevel.Warning, "The database was not told that this worker lives: {Why}")]
    private partial void Failed(string why);
}
