using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Session.Watching;

/// <summary>The gradings of a watch session, the newest of which alone counts: a save in the middle gives the one under way up at once.</summary>
/// <param name="place">The course, and the student's folder.</param>
/// <param name="grader">Grades.</param>
/// <param name="book">Where it is noted what was solved.</param>
/// <param name="post">Told what comes of them.</param>
internal sealed class Gradings(Workplace place, WarmGrader grader, ProgressBook book, Action<WatchEvent> post) : IAsyncDisposable
{
    /// <summary>One that winds down holds processes and memory; who saves without end waits for the oldest.</summary>
    private const int MaxAtOnce = 3;

    private readonly SemaphoreSlim room = new(MaxAtOnce);
    private readonly List<Task> underWay = [];
    private CancellationTokenSource? newest;

    /// <summary>The number of the one that counts; 0 for none yet.</summary>
    public int Number { get; private set; }

    /// <summary>Begins one, and gives up the one before. Neither waits for anything.</summary>
    public void Begin(Exercise exercise)
    {
        GiveUp();
        var number = ++Number;
        var cancellation = newest = new CancellationTokenSource();
        underWay.RemoveAll(t => t.IsCompleted);
        underWay.Add(Task.Run(() => GradeAsync(exercise, number, cancellation.Token)));
    }

    /// <summary>Gives up the one under way: nothing more of it is told.</summary>
    public void GiveUp()
    {
        newest?.Cancel();
        newest = null;
        Number++;
    }

    public async ValueTask DisposeAsync()
    {
        GiveUp();
        await Task.WhenAll(underWay).ConfigureAwait(false);
        room.Dispose();
    }

    private async Task GradeAsync(Exercise exercise, int number, CancellationToken cancellation)
    {
        try
        {
            await room.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                var request = new GradeRequest(place.Student.Exercises, [exercise.Id]);
                var result = await grader.GradeAsync(request, new NotedProgress(book, new Posted(this, number, cancellation)), cancellation).ConfigureAwait(false);
                if (result.Fault is { } fault)
                    post(new GradingFailed(number, ReasonOf(fault)));
            }
            finally
            {
                room.Release();
            }

            grader.GetReadyForTheSame();
        }
        catch (OperationCanceledException)
        {
            // A newer one counts.
        }
        catch (BadInputException e)
        {
            post(new GradingFailed(number, e.Text ?? LocalizedText.Same(e.Message)));
        }
        // Whatever it is, the session goes on: the next save may do without it.
        catch (Exception e)
        {
            post(new GradingFailed(number, ReasonOf((e.Message, $"评分程序出错：“{e.Message}”"))));
        }
    }

    private static LocalizedText ReasonOf(LocalizedText fault) => Directory.Exists(AppContext.BaseDirectory) ? fault : WatchTexts.ToolIsGone;

    // Not Progress<T>: that reports from the thread pool, in any order.
    private sealed class Posted(Gradings owner, int number, CancellationToken cancellation) : IProgress<GradeProgress>
    {
        public void Report(GradeProgress value)
        {
            // What is given up must not be noted as solved either, and ends at the next thing it tells.
            cancellation.ThrowIfCancellationRequested();
            WatchEvent? told = value switch
            {
                StepStarted step => new StepBegan(number, step.Step),
                CheckFinished check => new CheckCame(number, check.Result),
                ExerciseFinished finished => new ResultCame(number, finished.Result),
                _ => null,
            };
            if (told is not null)
                owner.Post(told);
        }
    }

    private void Post(WatchEvent told) => post(told);
}
