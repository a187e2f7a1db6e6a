using System.Text.Json;
using System.Threading.Channels;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Service.Work;

/// <summary>Writes each check down as it comes, for who watches. Grading never waits for it, and goes on where it can't be written.</summary>
internal sealed partial class ChecksTold : IProgress<GradeProgress>, IAsyncDisposable
{
    private readonly Channel<CheckSeenRow> told = Channel.CreateUnbounded<CheckSeenRow>();
    private readonly ServiceDatabase database;
    private readonly Claim claim;
    private readonly ILogger log;
    private readonly Task writing;
    private int number;

    public ChecksTold(ServiceDatabase database, Claim claim, ILogger log)
    {
        (this.database, this.claim, this.log) = (database, claim, log);
        writing = WriteAsync();
    }

    public void Report(GradeProgress value)
    {
        if (value is not CheckFinished { ExerciseId: var exercise, Result: var c })
            return;
        told.Writer.TryWrite(new CheckSeenRow
        {
            GradingId = claim.GradingId,
            Attempt = claim.Attempt,
            Number = Interlocked.Increment(ref number),
            Exercise = exercise,
            Check = JsonSerializer.Serialize(new CheckMark(c.Id, c.Title.En, c.Status, c.Verdict, c.Points, c.MaxPoints), ResultJson.Options),
        });
    }

    public async ValueTask DisposeAsync()
    {
        told.Writer.Complete();
        await writing.ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        await foreach (var check in told.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                var context = database.CreateContext();
                await using var _ = context.ConfigureAwait(false);
                context.ChecksSeen.Add(check);
                await context.SaveChangesAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (Patience.IsPassing(e) || e is DbUpdateException)
            {
                NotTold(e.Message);
            }
        }
    }

    [LoggerMessage(30, LogLevel.Debug, "A check is not told to who watches: {Why}")]
    private partial void NotTold(string why);
}
