using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Classes.Regrading;

/// <summary>A class of three is graded by a kit and again by another that differs in one check.</summary>
public sealed class RegradingsTests
{
    private static readonly ResultsIdentity Before = new("Autumn", [], ["01-one"], 1, false, "0.1.0", "aaaaaaaaaaaa") { HandIns = "/hand-ins" };
    private static readonly ResultsIdentity After = Before with { KitVersion = "0.2.0", Kit = "bbbbbbbbbbbb" };

    private TemporaryFolder temporary = null!;
    private ResultsFolder results = null!;

    [SetUp]
    public void SetUp()
    {
        temporary = new TemporaryFolder();
        results = ResultsFolder.Open(Path.Combine(temporary.Path, "results"));
        results.Claim(Before);
        foreach (var (student, points) in (IEnumerable<(string, int)>)[("ann", 4), ("bo", 0), ("cem", 4)])
            results.Put(Record(student, points, "old"), null, student + " before");
        using var mended = ResultsFolder.Open(new Regradings(results).PathOf("mended"));
        mended.Claim(After);
        foreach (var (student, points) in (IEnumerable<(string, int)>)[("ann", 4), ("bo", 4), ("cem", 0)])
            mended.Put(Record(student, points, "new"), null, student + " after");
    }

    [TearDown]
    public void TearDown()
    {
        results.Dispose();
        temporary.Dispose();
    }

    [Test]
    public void Comparing_shows_the_marks_that_changed_each_with_its_reason_and_no_other()
    {
        var comparison = Compare();

        Assert.That(comparison.Changes.Select(c => (c.Student, c.Check, c.Before, c.PointsBefore, c.After, c.PointsAfter, c.Why)), Is.EqualTo(
        [
            ("bo", "It does", "violation", 0, "passed", 4, "the check finds something else"),
            ("cem", "It does", "passed", 4, "violation", 0, "the check finds something else"),
        ]));
        Assert.That(comparison.Kits, Is.EqualTo("kit 0.1.0 (aaaaaaaa) and then 0.2.0 (bbbbbbbb)"));
        Assert.That(comparison.Alarms, Is.Empty);
        Assert.That(new ComparisonReport(comparison).Text(), Does.Contain("bo  (bo.zip): +4\n  01-one  It does: violation (0) became passed (4); the check finds something else\n").And.EndWith("2 marks of 2 hand-ins differ, of 3 compared; kit 0.1.0 (aaaaaaaa) and then 0.2.0 (bbbbbbbb). 1 more differ in what was found, with the same marks.\n"));
        Assert.That(new ComparisonReport(comparison).Csv(), Does.Contain("\ncem.zip,cem,01-one,It does,passed,4,violation,0,-4,the check finds something else\n"), "A negative number stays one.");
        Assert.That(new ComparisonReport(comparison).Page(), Does.Contain("<td class=\"n\">+4</td>"));
    }

    [Test]
    public void Discarding_leaves_everything_as_it_was()
    {
        var before = Everything();

        new Regradings(results).Discard("mended");

        Assert.That(Everything().Where(f => !f.Key.Contains("regradings", StringComparison.Ordinal)), Is.EquivalentTo(before.Where(f => !f.Key.Contains("regradings", StringComparison.Ordinal))));
        Assert.That(() => new Regradings(results).Open("mended"), Throws.TypeOf<BadInputException>().With.Message.Contains("has no regrading \"mended\""));
    }

    [Test]
    public void Applying_takes_the_new_marks_and_keeps_the_old_ones()
    {
        var applied = new Regradings(results).Apply("mended", neverLower: false);

        Assert.That(applied, Is.EqualTo([new AppliedMark("ann.zip", 4, 4, false), new AppliedMark("bo.zip", 0, 4, false), new AppliedMark("cem.zip", 4, 0, false)]));
        Assert.That(Scores(), Is.EqualTo("ann 4, bo 4, cem 0"));
        Assert.That(results.Records["bo"].Notes, Is.EqualTo(["Regraded as mended: 0 became 4."]));
        Assert.That(results.Identity, Is.EqualTo(After), "All were graded by the new kit.");
        Assert.That(File.ReadAllText(Path.Combine(results.Path, "replaced", "cem.1", "index.html")), Is.EqualTo("cem before"));
        Assert.That(Directory.Exists(Path.Combine(results.Path, "applied", "mended.1")));
    }

    [Test]
    public void Never_lower_keeps_the_higher_mark_and_says_so()
    {
        new Regradings(results).Apply("mended", neverLower: true);

        Assert.That(Scores(), Is.EqualTo("ann 4, bo 4, cem 4"));
        Assert.That(results.Records["cem"].Notes, Is.EqualTo(["Regraded as mended it would get 0 instead of 4; the higher mark stays."]));
        Assert.That(results.Records["cem"].GradedAs, Is.EqualTo("new"), "Else the next grading would lower it.");
    }

    [Test]
    public void A_part_that_was_graded_again_leaves_the_others_and_the_folder_the_old_kits()
    {
        using (var part = ResultsFolder.Open(new Regradings(results).PathOf("part")))
        {
            part.Claim(After);
            part.Put(Record("bo", 4, "new"), null, "");
        }

        new Regradings(results).Apply("part", neverLower: false);

        Assert.That(Scores(), Is.EqualTo("ann 4, bo 4, cem 4"));
        Assert.That(results.Identity!.Kit, Is.EqualTo(Before.Kit));
    }

    [Test]
    public void Where_the_grader_failed_nothing_is_applied()
    {
        using (var broken = ResultsFolder.Open(new Regradings(results).PathOf("broken")))
        {
            broken.Claim(After);
            broken.Put(Record("ann", 0, "new"), null, "");
            broken.Put(Record("bo", 0, "new") with { Fault = "A host could not start." }, null, "");
        }

        Assert.That(() => new Regradings(results).Apply("broken", neverLower: false), Throws.TypeOf<BadInputException>().With.Message.Contains("bo.zip").And.Message.Contains("A host could not start."));
        Assert.That(Scores(), Is.EqualTo("ann 4, bo 0, cem 4"));
    }

    [Test]
    public void The_same_hand_in_that_comes_out_otherwise_under_the_same_kit_is_an_alarm()
    {
        var again = new Dictionary<string, HandInRecord> { ["ann"] = Record("ann", 4, "old") with { ResultHash = "other" } };

        var comparison = MarkComparison.Of((Before, results.Records), (Before, again));

        Assert.That(comparison.Alarms, Is.EqualTo(["ann.zip came out otherwise though neither it nor the kit has changed: report this."]));
        Assert.That(new ComparisonReport(comparison).Text(), Does.StartWith("ALARM  ann.zip"));
    }

    [TestCase(false, null, null, "ann bo cem")]
    [TestCase(true, null, null, "bo")]
    [TestCase(false, "01-one", null, "ann bo cem")]
    [TestCase(false, "02-two", null, "")]
    [TestCase(true, null, "does", "bo")]
    [TestCase(false, null, "01-one/does", "ann bo cem")]
    [TestCase(false, null, "02-two/does", "")]
    public void What_is_graded_again_is_chosen_by_what_failed_exercise_or_check(bool onlyFailed, string? exercise, string? check, string expected) =>
        Assert.That(string.Join(' ', results.Records.Values.Where(new RegradeChoice(onlyFailed, exercise, check).Holds).Select(r => r.Key).Order()), Is.EqualTo(expected));

    [TestCase("../results")]
    [TestCase("")]
    [TestCase("a b")]
    public void A_name_that_leads_elsewhere_is_none(string name) =>
        Assert.That(() => new Regradings(results).PathOf(name), Throws.TypeOf<BadInputException>());

    private MarkComparison Compare()
    {
        using var mended = new Regradings(results).Open("mended");
        return MarkComparison.Of((results.Identity!, results.Records), (mended.Identity!, mended.Records));
    }

    private string Scores() => string.Join(", ", results.Records.Values.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Score}"));

    private Dictionary<string, string> Everything() =>
        Directory.GetFiles(results.Path, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").ToDictionary(f => f, File.ReadAllText);

    private static HandInRecord Record(string student, int points, string gradedAs) => new(student, student + ".zip", [new Student(student, student)], gradedAs)
    {
        SubmissionHash = student,
        ResultHash = $"{gradedAs} {points}",
        Exercises = [new ExerciseMark("01-one", "One", [new CheckMark("does", "It does", points > 0 ? CheckStatus.Passed : CheckStatus.Failed, points > 0 ? Verdict.Passed : Verdict.Violation, points, 4)])],
    };
}
