using System.Collections.Concurrent;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Session.Watching;

/// <summary>A student's session: an exercise is graded at each save, and keys lead on. It knows no looks.</summary>
/// <remarks>
/// All that happens comes through one queue to one thread, which does nothing that takes long: so a key is answered while a grading
/// runs, and nothing needs a lock. Gradings, saves and programs run elsewhere and post what comes of them.
/// </remarks>
public sealed class WatchSession : IAsyncDisposable
{
    private const int KeptLines = 1000;

    private readonly BlockingCollection<WatchEvent> events = [];
    private readonly Workplace place;
    private readonly ProgressBook book;
    private readonly IWatchScreen screen;
    private readonly WarmGrader grader;
    private readonly Gradings gradings;
    private SaveWatch? saves;
    private ProgramRun? program;
    private int runs;
    private int checksOf;
    private WatchState state;

    /// <summary>Makes a session; nothing is watched yet.</summary>
    /// <param name="place">The course, and the student's folder.</param>
    /// <param name="book">What was solved.</param>
    /// <param name="screen">Where it is seen.</param>
    /// <param name="first">The exercise to begin with; null for the first that is not solved.</param>
    public WatchSession(Workplace place, ProgressBook book, IWatchScreen screen, Exercise? first)
    {
        ArgumentNullException.ThrowIfNull(place);
        (this.place, this.book, this.screen) = (place, book, screen);
        grader = new WarmGrader(place.Course.Root);
        gradings = new Gradings(place, grader, book, Post);
        var progress = CourseProgress.Of(place, book);
        state = new WatchState(first ?? progress.Next ?? place.Course.Exercises[0], progress, WatchView.Checks);
    }

    /// <summary>Tells that a key was pressed.</summary>
    public void Press(WatchKey key, int? digit = null) => Post(new KeyPressed(key, digit));

    /// <summary>Tells that the window has another size.</summary>
    public void Resize() => Post(new Resized());

    /// <summary>Tells that the terminal is gone, or that somebody asks for the end.</summary>
    public void End() => Post(new Ended());

    /// <summary>Runs until the student quits or the terminal is gone. Call it on a thread of its own.</summary>
    public void Run()
    {
        Take(state.Exercise);
        screen.Show(state);
        foreach (var happened in events.GetConsumingEnumerable())
        {
            if (happened is Ended or KeyPressed { Key: WatchKey.Quit })
                return;
            var before = state;
            Handle(happened);
            // What comes in a burst is shown once; a key is answered at once.
            if ((state != before || happened is Resized) && (events.Count == 0 || happened is KeyPressed))
                screen.Show(state);
        }
    }

    public async ValueTask DisposeAsync()
    {
        program?.Dispose();
        saves?.Dispose();
        await gradings.DisposeAsync().ConfigureAwait(false);
        await grader.DisposeAsync().ConfigureAwait(false);
        events.Dispose();
    }

    private void Post(WatchEvent happened)
    {
        try
        {
            events.Add(happened);
        }
        catch (ObjectDisposedException)
        {
            // The session is over, and what still winds down has nobody to tell.
        }
    }

    private void Handle(WatchEvent happened)
    {
        switch (happened)
        {
            case KeyPressed pressed:
                state = state with { Notice = null };
                Answer(pressed);
                break;
            case Saved { Exercise: var id } when id == state.Exercise.Id:
                Grade();
                break;
            case LooksItself looks:
                state = state with { IsPolling = looks.IsPolling };
                break;
            case StepBegan step when step.Grading == gradings.Number:
                state = state with { Step = step.Step };
                break;
            case CheckCame came when came.Grading == gradings.Number:
                Put(came);
                break;
            case ResultCame came when came.Grading == gradings.Number:
                Settle(came.Result);
                break;
            case GradingFailed failed when failed.Grading == gradings.Number:
                state = state with { Step = null, Fault = failed.Fault };
                break;
            case LineCame line when line.Run == runs:
                state = state with { RunLines = [.. state.RunLines.TakeLast(KeptLines - 1), line.Line] };
                break;
            case RunEnded ended when ended.Run == runs:
                state = state with { RunExitCode = ended.ExitCode };
                break;
        }
    }

    // The checks of the grading before stand until the first of this one comes; from then on, as not graded yet.
    private void Put(CheckCame came)
    {
        var known = checksOf == came.Grading ? state.Checks : state.Checks.Select(c => CheckResult.NotYet(c.Id, c.Title, c.MaxPoints)).ToEquatableArray();
        checksOf = came.Grading;
        state = state with
        {
            Checks = known.Any(c => c.Id == came.Check.Id)
                ? known.Select(c => c.Id == came.Check.Id ? came.Check : c).ToEquatableArray()
                : [.. known, came.Check],
        };
    }

    private void Settle(ExerciseResult result) => state = state with
    {
        Checks = result.Checks,
        Remarks = result.Remarks,
        Output = result.Output,
        Step = null,
        Fault = null,
        Progress = CourseProgress.Of(place, book),
    };

    private void Answer(KeyPressed pressed)
    {
        if (pressed.Digit is { } digit)
        {
            Type(digit);
            return;
        }

        var typed = state.TypedDigit;
        state = state with { TypedDigit = null };
        if (state.View == WatchView.ConfirmReset)
        {
            Confirm(pressed.Key);
            return;
        }

        switch (pressed.Key)
        {
            case WatchKey.Enter when typed is { } number:
                Jump(number);
                break;
            case WatchKey.Enter when state.View == WatchView.List:
                Take(place.Course.Exercises[state.Chosen]);
                break;
            case WatchKey.Next:
                Move(1);
                break;
            case WatchKey.Previous:
                Move(-1);
                break;
            case WatchKey.Hint:
                state = Showing(WatchView.Hint) with { Hints = Math.Min(state.HintCount, state.View == WatchView.Hint || state.Hints == 0 ? state.Hints + 1 : state.Hints) };
                break;
            case WatchKey.Timeline or WatchKey.Steps when state.Story is null:
                state = state with { Notice = WatchTexts.NoStory };
                break;
            case WatchKey.Timeline:
                state = Showing(WatchView.Timeline);
                break;
            case WatchKey.Steps:
                state = Showing(WatchView.Steps) with { TimelineStep = 0 };
                break;
            case WatchKey.Run:
                RunProgram();
                break;
            case WatchKey.List:
                state = Showing(WatchView.List) with { Chosen = place.Course.Exercises.ToList().IndexOf(state.Exercise), Progress = CourseProgress.Of(place, book) };
                break;
            case WatchKey.Help:
                state = Showing(WatchView.Help);
                break;
            case WatchKey.Reset when !place.IsCourseItself:
                state = Showing(WatchView.ConfirmReset);
                break;
            case WatchKey.Again:
                Grade();
                break;
            case WatchKey.Back:
                StopProgram();
                state = Showing(WatchView.Checks);
                break;
            default:
                Browse(pressed.Key);
                break;
        }
    }

    private WatchState Showing(WatchView view) => state with { View = view, Scroll = 0 };

    private void Browse(WatchKey key)
    {
        var by = key switch
        {
            WatchKey.Up or WatchKey.Left => -1,
            WatchKey.Down or WatchKey.Right or WatchKey.Enter => 1,
            WatchKey.PageUp => -screen.PageLines,
            WatchKey.PageDown => screen.PageLines,
            _ => 0,
        };
        state = state.View switch
        {
            WatchView.List => state with { Chosen = Math.Clamp(state.Chosen + by, 0, place.Course.Exercises.Count - 1) },
            WatchView.Steps when state.Story is { } story => state with { TimelineStep = Math.Clamp(state.TimelineStep + by, 0, story.Timeline.Count - 1) },
            _ => state with { Scroll = Math.Max(0, state.Scroll + by) },
        };
    }

    // Exercises have two digits: the second one says which, and so does Enter behind the first.
    private void Type(int digit)
    {
        if (state.TypedDigit is { } first)
        {
            state = state with { TypedDigit = null };
            Jump((10 * first) + digit);
        }
        else
        {
            state = state with { TypedDigit = digit };
        }
    }

    private void Jump(int number)
    {
        if (place.Course.Exercises.FirstOrDefault(e => int.TryParse(e.Id.Split('-')[0], out var its) && its == number) is { } wanted)
            Take(wanted);
        else
            state = state with { Notice = WatchTexts.NoSuchNumber(number) };
    }

    private void Move(int by)
    {
        var all = place.Course.Exercises;
        Take(all[Math.Clamp(all.ToList().IndexOf(state.Exercise) + by, 0, all.Count - 1)]);
    }

    private void Take(Exercise exercise)
    {
        StopProgram();
        saves?.Dispose();
        state = new WatchState(exercise, CourseProgress.Of(place, book), WatchView.Checks) { IsPolling = state.IsPolling };
        saves = new SaveWatch(place.Student.Of(exercise), () => Post(new Saved(exercise.Id)), polls => Post(new LooksItself(polls)));
        Grade();
    }

    private void Grade()
    {
        gradings.Begin(state.Exercise);
        state = state with { Step = LocalizedText.Empty, Fault = null, View = state.View is WatchView.Timeline or WatchView.Steps ? WatchView.Checks : state.View };
    }

    private void Confirm(WatchKey key)
    {
        state = Showing(WatchView.Checks);
        if (key != WatchKey.Yes)
            return;
        try
        {
            StubReset.Reset(place.Student, state.Exercise);
            book.Forget(state.Exercise.Id);
            state = state with { Progress = CourseProgress.Of(place, book) };
        }
        catch (BadInputException e)
        {
            state = state with { Notice = e.Text };
        }
    }

    private void RunProgram()
    {
        StopProgram();
        state = Showing(WatchView.Run) with { RunLines = [], RunExitCode = null };
        program = ProgramRun.Start(place.Student.Of(state.Exercise), ++runs, Post);
    }

    private void StopProgram()
    {
        program?.Dispose();
        program = null;
        runs++;
    }
}
