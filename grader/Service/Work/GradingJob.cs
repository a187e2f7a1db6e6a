using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Service.Work;

/// <summary>Grades what a job names, from the claim to the result.</summary>
internal sealed partial class GradingJob(ServiceDatabase database, WorkerSelf self, WorkerState state, HeldGradings held, Slots slots, Leases leases, GradingJobs jobs, ResultKeeping results, HandInWork work, TimeProvider clock, ILogger<GradingJob> log) : IGradingJob
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(Guid grading, CancellationToken cancellation)
    {
        using var holding = held.TryHold(grading);
        if (holding is null)
            return;
        using var slot = await SlotAsync(grading, cancellation).ConfigureAwait(false);
        if (state.IsRefused)
            return;
        var claim = await leases.ClaimAsync(grading, self.Id, cancellation).ConfigureAwait(false);
        if (claim is null)
            return;
        holding.IsClaimed = true;
        Begun(grading, claim.Attempt, claim.HandIn.PersonId);
        if (await GradeAsync(claim, holding.Lost, cancellation).ConfigureAwait(false) is { } graded)
            await KeepAsync(claim, graded, cancellation).ConfigureAwait(false);
    }

    // What is graded again lets pass whatever was handed in just now, wherever in the queues both stand.
    private async Task<Slots.Slot> SlotAsync(Guid grading, CancellationToken cancellation)
    {
        while (true)
        {
            var slot = await slots.TakeAsync(cancellation).ConfigureAwait(false);
            if (await IsLiveAsync(grading, cancellation).ConfigureAwait(false) || await jobs.CountLiveAsync(cancellation).ConfigureAwait(false) == 0)
                return slot;
            slot.Dispose();
            await Task.Delay(LookAgain, clock, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsLiveAsync(Guid grading, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        return await context.Gradings.AnyAsync(g => g.Id == grading && g.Reason == GradingReason.HandedIn, cancellation).ConfigureAwait(false);
    }

    private async Task<GradedHandIn?> GradeAsync(Claim claim, CancellationToken lost, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, cancellation);
        try
        {
            var told = new ChecksTold(database, claim, log);
            await using var _ = told.ConfigureAwait(false);
            return await work.GradeAsync(claim.HandIn, claim.Content, told, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            Overtaken(claim.GradingId, claim.Attempt);
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await leases.ReturnAsync(claim, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            Failed(claim.GradingId, claim.Attempt, e);
            await FailAsync(claim, $"{e.GetType().Name}: {e.Message}", cancellation).ConfigureAwait(false);
            return null;
        }
    }

    private async Task KeepAsync(Claim claim, GradedHandIn graded, CancellationToken cancellation)
    {
        if (graded.Record.Fault is { } fault)
        {
            GraderFailed(claim.GradingId, claim.Attempt, fault);
            await FailAsync(claim, fault, cancellation).ConfigureAwait(false);
            return;
        }

        var kept = await Patience.UntilDoneAsync(token => results.PutAsync(claim, graded, self.Id, token), e => Waits(claim.GradingId, e.Message), cancellation).ConfigureAwait(false);
        Done(claim.GradingId, claim.Attempt, kept, graded.Record.Score, graded.Record.MaxScore, graded.Record.DurationMs);
    }

    // The next attempt is made at once: its job is made by the next sweep, here or elsewhere.
    private Task<bool> FailAsync(Claim claim, string fault, CancellationToken cancellation) => Patience.UntilDoneAsync(
        async token =>
        {
            await leases.FailAsync(claim, fault, token).ConfigureAwait(false);
            return true;
        },
        e => Waits(claim.GradingId, e.Message),
        cancellation);

    [LoggerMessage(50, LogLevel.Information, "Grading {Grading}, attempt {Attempt}, of {Person} begun")]
    private partial void Begun(Guid grading, int attempt, string person);

    [LoggerMessage(51, LogLevel.Information, "Grading {Grading}, attempt {Attempt}: {Kept}, {Points} of {MaxPoints} points in {Milliseconds} ms")]
    private partial void Done(Guid grading, int attempt, Keeping kept, int points, int maxPoints, double milliseconds);

    [LoggerMessage(52, LogLevel.Warning, "Grading {Grading}, attempt {Attempt}, is another worker's now")]
    private partial void Overtaken(Guid grading, int attempt);

    [LoggerMessage(53, LogLevel.Error, "Grading {Grading}, attempt {Attempt}: the grader failed. {Fault}")]
    private partial void GraderFailed(Guid grading, int attempt, string fault);

    [LoggerMessage(54, LogLevel.Error, "Grading {Grading}, attempt {Attempt}, failed")]
    private partial void Failed(Guid grading, int attempt, Exception e);

    [LoggerMessage(55, LogLevel.Warning, "The result of {Grading} waits for the database: {Why}")]
    private partial void Waits(Guid grading, string why);
}
