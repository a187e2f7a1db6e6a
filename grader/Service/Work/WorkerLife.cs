using ExerciseKit.Contract;
using ExerciseKit.Grading;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Service.Work;

/// <summary>A worker from its first probe to its end: it takes jobs while it grades a known hand-in as it must.</summary>
internal sealed partial class WorkerLife(ServiceDatabase database, WorkerSelf self, WorkerState state, Probe probe, Doubt doubt, Slots slots, Leases leases, JobStorage storage, JobActivator activator, ProbeTimes times, TimeProvider clock, ILogger<WorkerLife> log) : BackgroundService
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    private readonly List<BackgroundJobServer> servers = [];

    /// <summary>Told when it takes no more.</summary>
    public event Action<LocalizedText>? Refused;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        EndServers();
        try
        {
            await leases.ReturnAllAsync(self.Id, cancellationToken).ConfigureAwait(false);
            await UpdateAsync(now => context => context.Workers.Where(w => w.Id == self.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.EndedAt, now), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Patience.IsPassing(e))
        {
            // Its leases end by themselves.
            NotTold(e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Patience.UntilDoneAsync(RegisterAsync, e => NotTold(e.Message), stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(times.Every, clock);
        do
        {
            if (await TryAsync(stoppingToken).ConfigureAwait(false) is { } why)
            {
                await RefuseAsync(why, stoppingToken).ConfigureAwait(false);
                return;
            }

            if (servers.Count == 0)
                BeginServers();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task<LocalizedText?> TryAsync(CancellationToken cancellation)
    {
        // As any grading: a machine that has work for two and does three tells nothing about itself.
        using var slot = await slots.TakeAsync(cancellation).ConfigureAwait(false);
        return await Patience.UntilDoneAsync(probe.TryAsync, e => NotTold(e.Message), cancellation).ConfigureAwait(false);
    }

    // Two servers and no queue's order: of two queues of one server, Hangfire on PostgreSQL takes from either.
    private void BeginServers()
    {
        Ready(self.Id, self.Jobs);
        foreach (var queue in (string[])[GradingJobs.Live, GradingJobs.Again])
        {
            servers.Add(new BackgroundJobServer(
                new BackgroundJobServerOptions
                {
                    ServerName = $"{self.Id}/{queue}",
                    Queues = [queue],
                    WorkerCount = self.Jobs,
                    Activator = activator,
                    ShutdownTimeout = TimeToStop,
                    CancellationCheckInterval = TimeSpan.FromSeconds(5),
                },
                storage));
        }
    }

    private void EndServers()
    {
        foreach (var server in servers)
            server.SendStop();
        foreach (var server in servers)
            server.Dispose();
        servers.Clear();
    }

    private async Task RefuseAsync(LocalizedText why, CancellationToken cancellation)
    {
        state.Refuse(why);
        EndServers();
        var doubted = await Patience.UntilDoneAsync(token => doubt.CastAsync(why, token), e => NotTold(e.Message), cancellation).ConfigureAwait(false);
        WasRefused(self.Id, why.En, doubted);
        Refused?.Invoke(why);
    }

    private Task<int> RegisterAsync(CancellationToken cancellation) => UpdateAsync(
        now => async context =>
        {
            if (await context.Workers.AnyAsync(w => w.Id == self.Id, cancellation).ConfigureAwait(false))
                return 0;
            context.Workers.Add(new WorkerRow { Id = self.Id, Machine = Environment.MachineName, ProcessId = Environment.ProcessId, Kit = self.Kit, KitVersion = Grader.KitVersion, Jobs = self.Jobs, StartedAt = now, LastSeenAt = now });
            return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        },
        cancellation);

    private async Task<int> UpdateAsync(Func<DateTimeOffset, Func<ServiceContext, Task<int>>> change, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        return await change(await context.NowAsync(cancellation).ConfigureAwait(false))(context).ConfigureAwait(false);
    }

    [LoggerMessage(60, LogLevel.Information, "Worker {Worker} grades a known hand-in as it must, and takes jobs: {Jobs} at once")]
    private partial void Ready(string worker, int jobs);

    [LoggerMessage(61, LogLevel.Error, "Worker {Worker} takes no more jobs: {Why} Graded again: {Doubted}")]
    private partial void WasRefused(string worker, string why, int doubted);

    [LoggerMessage(62, LogLevel.Warning, "The database is waited for: {Why}")]
    private partial void NotTold(string why);
}
