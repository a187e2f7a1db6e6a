using ExerciseKit.Contract.Results;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Tests.Session.Watching;

/// <summary>A session with the real course and real gradings, without a terminal.</summary>
public sealed class WatchSessionTests
{
    private const string Answer = "exercises/01-spawn/Spawn.cs";

    private static string Solution => File.ReadAllText(Path.Combine(Repository.Solution("01-spawn"), "Spawn.cs"));

    [Test, CancelAfter(150_000)]
    public async Task Each_save_is_graded_and_what_is_solved_is_noted()
    {
        using var student = new CourseFolder();
        student.Write();
        await using var running = new RunningSession(student, "01-spawn");

        await running.Until("the stub fails", s => s.Step is null && s.FirstFailure is not null);
        student.Put(Answer, Solution.Replace("class", "clas", StringComparison.Ordinal));
        await running.Until("it does not compile", s => s is { Step: null, FirstFailure.Verdict: Verdict.CompileError });
        student.Put(Answer, Solution);
        var solved = await running.Until("it is solved", s => s.IsSolved);

        Assert.That(solved.Progress.Solved, Is.EqualTo(1));
        Assert.That(student.Read(".kit/progress"), Does.Contain("01-spawn solved"));
    }

    [Test, CancelAfter(150_000)]
    public async Task A_save_in_the_middle_of_a_grading_counts_and_the_grading_before_does_not()
    {
        using var student = new CourseFolder();
        student.Write();
        await using var running = new RunningSession(student, "01-spawn");
        await running.Until("the first grading has begun", s => s.Step is { IsEmpty: false });

        student.Put(Answer, Solution);

        await running.Until("it is solved", s => s.IsSolved);
        Assert.That(running.Shown.Where(s => s.Step is null && s.Checks.Count > 0).All(s => s.IsSolved), "The stub's result was given up, not shown.");
    }

    [Test, CancelAfter(150_000)]
    public async Task A_key_is_answered_while_a_grading_runs()
    {
        using var student = new CourseFolder();
        student.Write();
        await using var running = new RunningSession(student, "01-spawn");

        running.Session.Press(WatchKey.List);

        var list = await running.Until("the list is shown", s => s.View == WatchView.List);
        Assert.That(list.Step, Is.Not.Null, "The grading was still under way.");
    }

    [Test, CancelAfter(150_000)]
    public async Task Keys_lead_through_the_course()
    {
        using var student = new CourseFolder();
        student.Write();
        await using var running = new RunningSession(student, first: null);
        Assert.That((await running.Until("the first open one", _ => true)).Exercise.Id, Is.EqualTo("01-spawn"));

        running.Session.Press(WatchKey.Next);
        await running.Until("the next", s => s.Exercise.Id == "02-join");
        running.Session.Press(WatchKey.Previous);
        await running.Until("the previous", s => s.Exercise.Id == "01-spawn");
        running.Press(1, 9);
        await running.Until("by two digits", s => s.Exercise.Id == "19-deadlock");
        running.Press(7);
        running.Session.Press(WatchKey.Enter);
        await running.Until("by one digit and Enter", s => s.Exercise.Id == "07-ticket-sale");
        running.Press(9, 9);
        await running.Until("no such number", s => s.Notice?.En.Contains("99", StringComparison.Ordinal) == true);
        running.Session.Press(WatchKey.List);
        running.Session.Press(WatchKey.Down);
        running.Session.Press(WatchKey.Enter);
        await running.Until("by the list", s => s.Exercise.Id == "08-shared-counter" && s.View == WatchView.Checks);
        foreach (var number in (int[])[1, 2, 3, 3])
        {
            running.Session.Press(WatchKey.Hint);
            await running.Until($"hint {number}", s => s.View == WatchView.Hint && s.Hints == number);
        }
    }

    [Test, CancelAfter(150_000)]
    public async Task A_reset_asks_first_and_keeps_what_was_there()
    {
        using var student = new CourseFolder();
        student.Write();
        student.Put(Answer, "mine");
        await using var running = new RunningSession(student, "01-spawn");

        running.Session.Press(WatchKey.Reset);
        running.Session.Press(WatchKey.Next);
        await running.Until("another key means no", s => s.View == WatchView.Checks && running.Shown.Any(b => b.View == WatchView.ConfirmReset));
        Assert.That(student.Read(Answer), Is.EqualTo("mine"));
        running.Session.Press(WatchKey.Reset);
        running.Session.Press(WatchKey.Yes);

        await running.Until("the stub is back", _ => File.Exists(student.PathOf(Answer + ".1")) && File.Exists(student.PathOf(Answer)) && student.Read(Answer).Contains("NotImplementedException", StringComparison.Ordinal));
        Assert.That(student.Read(Answer + ".1"), Is.EqualTo("mine"));
    }

    [Test, CancelAfter(150_000)]
    public async Task A_file_that_is_gone_or_a_folder_or_too_long_is_told_and_the_session_goes_on()
    {
        using var student = new CourseFolder();
        student.Write();
        await using var running = new RunningSession(student, "01-spawn");
        await running.Until("the stub fails", s => s.Step is null && s.FirstFailure is not null);

        File.Delete(student.PathOf(Answer));
        await running.Until("it is gone", s => s.Step is null && s.FirstFailure?.Message.En.Contains("was not handed in", StringComparison.Ordinal) == true);
        student.Put(Answer + "/inside.cs", "");
        await running.Until("a folder", s => s.Step is null && s.FirstFailure is { Verdict: Verdict.CompileError });
        Directory.Delete(student.PathOf(Answer), recursive: true);
        student.Put(Answer, new string('x', 50_000_000));
        await running.Until("too long", s => s.Step is null && s.FirstFailure?.Message.En.Contains("longer than", StringComparison.Ordinal) == true);
        student.Put(Answer, Solution);
        await running.Until("solved after all", s => s.IsSolved);
    }

    [Test, CancelAfter(150_000)]
    public async Task A_session_ends_by_its_key_in_the_middle_of_a_grading_and_leaves_no_process_or_folder()
    {
        using var student = new CourseFolder();
        student.Write();
        var running = new RunningSession(student, "01-spawn");
        await running.Until("a grading is under way", s => s.Step is { IsEmpty: false });

        running.Session.Press(WatchKey.Quit);

        await running.Ended;
        await running.DisposeAsync();
        Assert.That(File.Exists(student.PathOf(".kit/progress")), Is.False);
    }
}
