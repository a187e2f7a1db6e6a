using ExerciseKit.Service.Queue;
using ExerciseKit.Service.Receiving;

namespace ExerciseKit.Service.Running;

/// <summary>Makes the jobs of what the pages ask for.</summary>
internal sealed class PagesQueue(GradingJobs jobs) : IGradingQueue
{
    public async Task AskedAsync(IReadOnlyCollection<Guid> gradings, CancellationToken cancellation)
    {
        try
        {
            foreach (var grading in gradings)
                await jobs.MakeAsync(grading, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (Patience.IsPassing(e))
        {
            // It is kept, and the next sweep makes its job: nobody must be told that it failed.
        }
    }
}
