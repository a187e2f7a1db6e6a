using ExerciseKit.Classes;
using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;
using ExerciseKit.Classes.Rosters;
using ExerciseKit.Contract.Results;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Classes.Policy;

public sealed class MarkRulesTests
{
    private static readonly Student Ann = new("ann", "Ann Lee", "ann@example.edu");
    private static readonly DateTimeOffset Due = new(2026, 11, 30, 23, 0, 0, TimeSpan.Zero);

    private static readonly CoursePolicy Course = new("Processes", TimeZoneInfo.Utc, [new CourseExercise("01-one", 2, Due), new CourseExercise("02-two", 1, Due.AddDays(7))])
    {
        Grace = TimeSpan.FromMinutes(30),
        LateDays = 2,
        PenaltyPerDay = 10,
        PenaltyMost = 25,
    };

    [TestCase(-1, 28, "")]
    [TestCase(0.25, 28, "01-one came 0 h 15 min after 2026-11-30 23:00 +00:00, within the grace of 0 h 30 min.")]
    [TestCase(1, 28, "01-one: 1 day of the 2 late days used (1 left).")]
    [TestCase(47, 28, "01-one: 2 days of the 2 late days used (0 left).")]
    [TestCase(49, 26, "01-one came 2 d 1 h after 2026-11-30 23:00 +00:00, 3 days, 1 day beyond the late days: 10 %, -2.")]
    [TestCase(24 * 6, 23, "6 days, 4 days beyond the late days: 25 %, -5.")]
    public void Lateness_costs_what_the_rules_say_and_they_say_it(double hoursLate, decimal expected, string said)
    {
        var mark = new MarkRules(Course).Of([Ann], Got(10, 8), Due.AddHours(hoursLate));

        Assert.That(mark.Points, Is.EqualTo(expected));
        Assert.That(string.Join(' ', mark.Changes.Select(c => c.Words.En)), Does.Contain(said));
        Assert.That(mark.Changes.Sum(c => c.By), Is.EqualTo(expected - 18), "What the changes say does not add up.");
    }

    [Test]
    public void A_pool_of_late_days_goes_to_what_was_due_first()
    {
        var mark = new MarkRules(Course).Of([Ann], Got(10, 10), Due.AddDays(8));

        Assert.That(mark.Changes.Where(c => c.Rule is "late-days" or "penalty").Select(c => (c.Rule, c.Exercise, c.By)), Is.EqualTo([("late-days", "01-one", 0m), ("penalty", "01-one", -5m), ("penalty", "02-two", -1m)]));
    }

    [TestCase("ann")]
    [TestCase("ANN LEE")]
    [TestCase("ann@example.edu")]
    public void An_extension_moves_the_due_time_of_its_student_alone(string named)
    {
        var course = Course with { Extensions = [new Extension(named, "01-one", Due.AddDays(5), "was ill")] };

        var (hers, his) = (new MarkRules(course).Of([Ann], Got(10, 10), Due.AddDays(5)), new MarkRules(course).Of([new Student("bo", "Bo")], Got(10, 10), Due.AddDays(5)));

        Assert.That((hers.Points, his.Points), Is.EqualTo((30m, 25m)));
        Assert.That(hers.Changes.Select(c => c.Words.En), Has.Some.Contains("01-one was due at 2026-12-05 23:00 +00:00 for this student (was ill)."));
    }

    [Test]
    public void An_extension_before_the_due_time_takes_nothing_away() =>
        Assert.That(new MarkRules(Course with { Extensions = [new Extension("ann", null, Due.AddDays(-3), null)] }).Of([Ann], Got(10, 10), Due.AddDays(-1)).Points, Is.EqualTo(30));

    [Test]
    public void Where_nobody_tells_the_time_nothing_is_taken_off_and_that_is_said()
    {
        var mark = new MarkRules(Course).Of([Ann], Got(10, 10) with { IsMarkedLate = true }, null);

        Assert.That(mark.Points, Is.EqualTo(30));
        Assert.That(mark.Changes.Where(c => c.Rule == "unknown-time").Select(c => c.Words.En), Has.Exactly(2).Contains("nobody tells by how much"));
    }

    [Test]
    public void What_was_not_handed_in_scores_0_of_what_the_course_demands()
    {
        var book = Gradebook.Of([Got(10, null) with { SubmittedAt = Due }], new ClassRules(Course, null, null), [("01-one", 10), ("02-two", 10)]);

        Assert.That((book.Rows.Single().Points, book.Max), Is.EqualTo((20m, 30m)));
        Assert.That(new GradebookCsv(book, "").Of(GradebookFormat.Plain), Does.Contain("ann,Ann Lee,ann@example.edu,a,yes,graded,10,20,30,20,0,2026-11-30T23:00:00+00:00,01-one counts 2 times: +10."));
    }

    [Test]
    public void A_decimal_mark_stays_a_number_in_the_gradebook()
    {
        var course = Course with { Exercises = [new CourseExercise("01-one", 0.75m, Due)], LateDays = 0 };
        var book = Gradebook.Of([Got(7, null) with { SubmittedAt = Due.AddHours(2) }], new ClassRules(course, null, null));

        Assert.That(new GradebookCsv(book, "").Of(GradebookFormat.Canvas), Does.EndWith("Ann Lee,ann,,ann@example.edu,,4.73\n"), "5.25 less a tenth, rounded to even at two digits.");
    }

    [Test]
    public void Of_more_hand_ins_a_day_than_are_allowed_the_last_allowed_counts_and_the_others_say_by_how_much()
    {
        var times = new[] { 1, 2, 3 }.Select(hour => Got(hour * 2, 0) with { Key = $"{hour}", Place = $"{hour}.zip", SubmittedAt = Due.AddDays(-3).AddHours(-hour * 2) }).Reverse().ToList();
        var book = Gradebook.Of([.. times.OrderBy(t => t.SubmittedAt)], new ClassRules(Course with { AttemptsPerDay = 2 }, null, null));

        Assert.That(book.Rows.Single(r => r.Counts).Record!.Place, Is.EqualTo("2.zip"));
        Assert.That(book.Rows.Single(r => r.Record!.Place == "1.zip").Reason, Does.StartWith("More than 2 hand-ins that day, so it does not count (-2 against the one that does)."));
    }

    [Test]
    public void A_student_of_the_roster_without_a_hand_in_has_a_line_and_one_who_is_not_of_it_is_told()
    {
        using var folder = new TemporaryFolder();
        var roster = Roster.Read(folder.Write("roster.csv", "\uFEFFid;name\n7;Lee Ann\n8;\"Kim; Bo\"\n"));
        var book = Gradebook.Of([Got(1, 1), Got(2, 2) with { Key = "z", Students = [new Student("zed", "zed")] }], new ClassRules(null, roster, null));

        Assert.That(book.Rows.Select(r => (r.Student.Id, r.Status)), Is.EqualTo([("7", "graded"), ("8", "none"), ("zed", "graded")]));
        Assert.That(book.Rows[2].Reason, Is.EqualTo("The roster has no zed."));
        Assert.That(book.Rows[0].InSystem, Is.EqualTo(Ann));
    }

    [Test]
    public void What_a_check_found_is_hidden_from_students_until_it_is_due_with_grace_and_extension_or_for_ever()
    {
        var course = Course with
        {
            Visibility = Visibility.AfterDue,
            Extensions = [new Extension("bo", null, Due.AddDays(1), null)],
            Exercises = [Course.Exercises[0] with { Checks = [new CheckVisibility("secret", Visibility.Never), new CheckVisibility("open", Visibility.Always)] }],
        };
        var rules = new MarkRules(course);

        Assert.That(rules.HiddenAt(Due, "01-one", "a", [Ann])?.En, Is.EqualTo("What this check found is shown after 2026-11-30 23:30 +00:00."));
        Assert.That(rules.HiddenAt(Due.AddMinutes(31), "01-one", "a", [Ann]), Is.Null);
        Assert.That(rules.HiddenAt(Due.AddMinutes(31), "01-one", "a", [new Student("bo", "Bo")]), Is.Not.Null);
        Assert.That(rules.HiddenAt(Due.AddYears(1), "01-one", "secret", [Ann])?.En, Is.EqualTo("What this check found is not shown."));
        Assert.That(rules.HiddenAt(Due.AddYears(-1), "01-one", "open", [Ann]), Is.Null);
    }

    [Test]
    public void The_feedback_page_has_the_points_of_what_is_hidden_and_nothing_that_was_found()
    {
        using var folder = new TemporaryFolder();
        using var results = ResultsFolder.Open(Path.Combine(folder.Path, "results"));
        var record = Got(1, 1) with { Exercises = [.. SampleResults.Violation.Exercises.Select(ExerciseMark.Of)] };
        results.Claim(new ResultsIdentity("Processes", [], ["07-ticket-sale"], 1, false, "0.1.0", "aaaaaaaaaaaa"));
        results.Put(record, SampleResults.Violation, "teacher's");
        var course = Course with { Visibility = Visibility.Never };

        new ClassReport(results).Write([record], new ClassRules(course, null, null), GradebookFormat.Plain, []);

        var page = File.ReadAllText(Path.Combine(results.Path, "hand-ins", "a", ClassReport.FeedbackName));
        var failed = SampleResults.Violation.Exercises[0].Checks.Single(c => c.Status == CheckStatus.Failed);
        Assert.That(page, Does.Contain(failed.Title.En).And.Contain($"0/{failed.MaxPoints}").And.Contain("is not shown"));
        Assert.That(page, Does.Not.Contain("violation").And.Not.Contain(failed.Message.En[..20]).And.Not.Contain("File.Move"));
    }

    private static HandInRecord Got(int one, int? two) => new("a", "a", [Ann], "x")
    {
        Exercises = two is { } its ? [Exercise("01-one", one), Exercise("02-two", its)] : [Exercise("01-one", one)],
    };

    private static ExerciseMark Exercise(string id, int score) => new(id, id, [new CheckMark("a", "A", CheckStatus.Passed, Verdict.Passed, score, 10)]);
}
