using System.Diagnostics;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Tests.Session;

public sealed class ProgressBookTests
{
    private static readonly string HashA = new('a', 64);
    private static readonly string HashB = new('b', 64);

    [Test]
    public void What_was_solved_is_a_line_that_a_person_can_read()
    {
        using var student = new CourseFolder();

        student.Book().Note(new ProgressEntry("07-ticket-sale", HashA, "0.1.0"), isSolved: true);
        student.Book().Note(new ProgressEntry("01-spawn", HashB, "0.1.0"), isSolved: true);

        Assert.That(File.ReadAllLines(student.Book().Path).TakeLast(2), Is.EqualTo([$"01-spawn solved {HashB} kit 0.1.0", $"07-ticket-sale solved {HashA} kit 0.1.0"]));
        Assert.That(student.Complaints, Is.Empty);
    }

    [Test]
    public void A_file_that_fails_does_not_undo_that_another_one_solved_it_and_the_same_one_does()
    {
        using var student = new CourseFolder();
        var solved = new ProgressEntry("01-spawn", HashA, "0.1.0");
        student.Book().Note(solved, isSolved: true);

        student.Book().Note(solved with { Hash = HashB }, isSolved: false);
        Assert.That(student.Book().Entries(), Is.EqualTo([solved]));

        student.Book().Note(solved, isSolved: false);
        Assert.That(student.Book().Entries(), Is.Empty);
    }

    [Test]
    public void A_solved_exercise_whose_file_has_changed_is_to_be_checked_again()
    {
        using var student = new CourseFolder();
        student.Write();
        var hash = ExerciseKit.Grading.Submissions.HandInHash.Of(student.Folder.Exercises, student.Course)["01-spawn"];
        student.Book().Note(new ProgressEntry("01-spawn", hash, "0.1.0"), isSolved: true);

        Assert.That(StateOf(student, "01-spawn"), Is.EqualTo(ExerciseState.Solved));
        Assert.That(CourseProgress.Of(student.Place, student.Book()).Next!.Id, Is.EqualTo("02-join"));

        File.AppendAllText(student.PathOf("exercises/01-spawn/Spawn.cs"), "// changed\n");

        Assert.That(StateOf(student, "01-spawn"), Is.EqualTo(ExerciseState.ToBeChecked));
        Assert.That(CourseProgress.Of(student.Place, student.Book()).Next!.Id, Is.EqualTo("01-spawn"));
    }

    [Test]
    public void Lines_that_say_nothing_to_this_kit_stay()
    {
        using var student = new CourseFolder();
        student.Put(".kit/progress", $"# exercisekit.progress/1\nmy own remark\n02-join half-solved\n<<<<<<< ours\n03-isolation solved {HashA} kit 0.1.0\n");

        student.Book().Note(new ProgressEntry("01-spawn", HashB, "0.1.0"), isSolved: true);

        Assert.That(student.Read(".kit/progress"), Does.Contain("my own remark\n").And.Contain("02-join half-solved\n").And.Contain("<<<<<<< ours\n"));
        Assert.That(student.Book().Entries().Select(e => e.Exercise), Is.EqualTo(["01-spawn", "03-isolation"]));
    }

    [Test]
    public void A_file_that_a_newer_kit_wrote_is_read_and_not_written()
    {
        using var student = new CourseFolder();
        var text = $"# exercisekit.progress/2\n03-isolation solved {HashA} kit 9.0.0\n03-isolation stars 5\n";
        student.Put(".kit/progress", text);
        var book = student.Book();

        book.Note(new ProgressEntry("01-spawn", HashB, "0.1.0"), isSolved: true);

        Assert.That(student.Read(".kit/progress"), Is.EqualTo(text));
        Assert.That(book.Entries().Select(e => e.Exercise), Is.EqualTo(["03-isolation"]));
        Assert.That(student.Complaints.Single().En, Does.Contain("newer kit"), "It is said once.");
    }

    [Test]
    public void A_file_that_is_no_text_is_put_aside_and_kept()
    {
        using var student = new CourseFolder();
        Directory.CreateDirectory(student.PathOf(".kit"));
        byte[] garbage = [0xFF, 0xFE, 0x00, 0xC3];
        File.WriteAllBytes(student.PathOf(".kit/progress"), garbage);

        student.Book().Note(new ProgressEntry("01-spawn", HashA, "0.1.0"), isSolved: true);

        Assert.That(File.ReadAllBytes(student.PathOf(".kit/progress.damaged.1")), Is.EqualTo(garbage));
        Assert.That(student.Book().Entries(), Has.Count.EqualTo(1));
        Assert.That(student.Complaints.Single().En, Does.Contain("progress.damaged.1"));
    }

    [Test]
    public void A_folder_in_its_place_is_told_and_stops_nothing()
    {
        using var student = new CourseFolder();
        Directory.CreateDirectory(student.PathOf(".kit/progress"));
        var book = student.Book();

        book.Note(new ProgressEntry("01-spawn", HashA, "0.1.0"), isSolved: true);

        Assert.That(book.Entries(), Is.Empty);
        Assert.That(student.Complaints, Is.Not.Empty);
    }

    [Test]
    public void Sessions_that_write_at_once_lose_nothing()
    {
        using var student = new CourseFolder();
        var exercises = Enumerable.Range(1, 12).Select(n => $"{n:00}-one").ToList();
        var threads = exercises.Select(exercise => new Thread(() => student.Book().Note(new ProgressEntry(exercise, HashA, "0.1.0"), isSolved: true))).ToList();

        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.That(student.Book().Entries().Select(e => e.Exercise), Is.EqualTo(exercises));
        Assert.That(student.Complaints, Is.Empty);
        Assert.That(Directory.GetFiles(student.PathOf(".kit"), "*.part"), Is.Empty);
    }

    [Test]
    public void A_writer_that_was_killed_leaves_the_whole_file_of_before()
    {
        using var student = new CourseFolder();
        student.Book().Note(new ProgressEntry("01-spawn", HashA, "0.1.0"), isSolved: true);
        // What is left of one that was stopped before its last step.
        student.Put(".kit/progress.123-0.part", "# exercisekit.pro");
        student.Put(".kit/progress.lock", "");

        student.Book().Note(new ProgressEntry("02-join", HashB, "0.1.0"), isSolved: true);

        Assert.That(student.Book().Entries().Select(e => e.Exercise), Is.EqualTo(["01-spawn", "02-join"]));
    }

    [Test, CancelAfter(60_000)]
    public void What_two_people_solved_merges_under_git()
    {
        using var student = new CourseFolder();
        student.Write();
        Git(student, "init", "-q", "-b", "main");
        student.Book().Note(new ProgressEntry("01-spawn", HashA, "0.1.0"), isSolved: true);
        Git(student, "add", ".");
        Commit(student, "both begin here");
        Git(student, "checkout", "-q", "-b", "other");
        student.Book().Note(new ProgressEntry("02-join", HashA, "0.1.0"), isSolved: true);
        Commit(student, "one");
        Git(student, "checkout", "-q", "main");
        student.Book().Note(new ProgressEntry("03-isolation", HashB, "0.1.0"), isSolved: true);
        Commit(student, "the other");

        Git(student, "-c", "user.name=t", "-c", "user.email=t@example.org", "merge", "-q", "other", "-m", "both");

        Assert.That(student.Book().Entries().Select(e => e.Exercise), Is.EquivalentTo(["01-spawn", "02-join", "03-isolation"]));
    }

    private static ExerciseState StateOf(CourseFolder student, string id) =>
        CourseProgress.Of(student.Place, student.Book()).Exercises.Single(e => e.Exercise.Id == id).State;

    private static void Commit(CourseFolder student, string message) =>
        Git(student, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-a", "-m", message);

    private static void Git(CourseFolder student, params string[] args)
    {
        using var git = Process.Start(new ProcessStartInfo("git", args) { WorkingDirectory = student.Root, RedirectStandardError = true })!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, error);
    }
}
