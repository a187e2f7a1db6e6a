using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Cli;

public sealed class HintTests
{
    [TestCase("1", "hint 1 of 3", "Why?", "--step 2")]
    [TestCase("2", "hint 2 of 3", "How?", "--step 3")]
    [CancelAfter(60_000)]
    public async Task A_hint_says_which_it_is_and_how_to_get_the_next(string step, string which, string text, string next)
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "hint", "01-one", "--step", step);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain(which).And.Contain(text).And.Contain(next));
    }

    [Test, CancelAfter(60_000)]
    public async Task The_last_hint_promises_no_more()
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "hint", "02", "--step", "3", "--language", "zh");

        Assert.That(run.Output, Does.Contain("这样。").And.Not.Contain("next"));
    }

    [Test, CancelAfter(180_000)]
    public async Task After_the_written_hints_comes_what_fails_in_the_student_s_own()
    {
        using var student = WithAMutant();

        var run = await KitProcess.RunAsync(student.Root, "hint", "07", "--step", $"{Written("07-ticket-sale") + 2}");

        Assert.That(run.Output, Does.Contain("from your first failed check: hint 2 of 3").And.Contain("TicketSale.cs:24  var left = TicketFile.Read(database);"), run.Error);
    }

    [TestCase("en", "from your first failed check: hint 2 of 3", "TicketSale.cs:24  var left = TicketFile.Read(database);", "Process-1", Category = "Slow")]
    [TestCase("zh", "来自你第一项未通过的检查：提示 2/3", "TicketSale.cs:24  var left = TicketFile.Read(database);", "Process-1", Category = "Slow")]
    [CancelAfter(180_000)]
    public async Task After_the_written_hints_come_the_rule_the_two_lines_and_the_interleaving_of_what_fails(string language, string heading, string line, string who)
    {
        using var student = WithAMutant();
        var written = Written("07-ticket-sale");

        var runs = new List<string>();
        for (var step = written; step <= written + 4; step++)
        {
            var run = await KitProcess.RunAsync(student.Root, "hint", "07", "--step", $"{step}", "--lang", language);
            runs.Add(run.Output + run.Error);
        }

        Assert.That(runs[0], Does.Contain($"--step {written + 1}"));
        Assert.That(runs[1], Does.Not.Contain(line));
        Assert.That(runs[2], Does.Contain(heading).And.Contain(line));
        Assert.That(runs[3], Does.Contain(who).And.Contain("TicketSale.cs:28"));
        Assert.That(runs[4], Does.Contain($"--step {written + 4}").And.Contain($"{written + 3}"));
    }

    [Test, CancelAfter(180_000)]
    public async Task Where_all_checks_hold_there_is_no_more_to_hint_at()
    {
        using var student = new CourseFolder();
        student.Write();
        File.Copy(Path.Combine(Repository.Solution("02-join"), "Join.cs"), student.PathOf("exercises/02-join/Join.cs"), overwrite: true);

        var run = await KitProcess.RunAsync(student.Root, "hint", "02", "--step", $"{Written("02-join") + 1}");

        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        Assert.That(run.Output, Does.Contain("All checks of 02-join hold"));
    }

    private static CourseFolder WithAMutant()
    {
        var student = new CourseFolder();
        student.Write();
        student.Put("exercises/07-ticket-sale/TicketSale.cs", File.ReadAllText(Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs")));
        return student;
    }

    private static int Written(string exercise) => CourseFolder.Whole.Exercises.Single(e => e.Id == exercise).Hints.Count;
}
