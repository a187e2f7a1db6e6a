using CsvHelper;
using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Pages;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Classes.Gradebooks;

public sealed class GradebookTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_later_of_two_hand_ins_counts_and_both_are_shown()
    {
        var book = Gradebook.Of([Graded("late.zip", "ann", 3) with { SubmittedAt = Monday.AddDays(1) }, Graded("early.zip", "ann", 9) with { SubmittedAt = Monday }]);

        Assert.That(book.Rows.Select(r => (r.Record!.Place, r.Counts)), Is.EqualTo([("early.zip", false), ("late.zip", true)]));
        Assert.That(book.Rows.Select(r => r.Reason), Is.EqualTo(["A later hand-in counts: late.zip.", "The last of 2 hand-ins."]));
    }

    [TestCase(GradebookFormat.Moodle, "Identifier,Full name,Email address,Grade,Maximum grade,Feedback comments\nParticipant 17,Ann,a@b.c,9,10,The last of 2 hand-ins.\n")]
    [TestCase(GradebookFormat.Canvas, "Student,ID,SIS User ID,SIS Login ID,Section,Week 3\n    Points Possible,,,,,10\nAnn,17,,a@b.c,,9\n")]
    [TestCase(GradebookFormat.Gradescope, "Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time\nAnn,17,a@b.c,9,10,Graded,b.zip,\n")]
    public void An_import_has_a_line_for_each_student_in_the_systems_own_columns(GradebookFormat format, string expected)
    {
        var ann = new Student("17", "Ann", "a@b.c");
        var book = Gradebook.Of([Graded("a.zip", "", 2) with { Students = [ann] }, Graded("b.zip", "", 9) with { Students = [ann], Attempt = 1 }]);

        Assert.That(new GradebookCsv(book, "Week 3").Of(format), Is.EqualTo(expected));
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1+cmd|' /C calc'!A0")]
    [TestCase("@SUM(A1)")]
    [TestCase("=HYPERLINK(\"http://x\",\"y\")")]
    [TestCase("\t=1")]
    [TestCase("\r\n=1")]
    [TestCase("\u0000=1")]
    public void What_a_student_names_himself_is_never_a_formula_in_any_format(string name)
    {
        var book = Gradebook.Of([Graded(name + ".zip", "x", 1) with { Students = [new Student(name, name, name)], Problem = name }]);

        foreach (var format in Enum.GetValues<GradebookFormat>())
        {
            using var reader = CsvReader.Create(new StringReader(new GradebookCsv(book, name).Of(format)), new CsvReaderOptions { HasHeader = false });
            var cells = new List<string>();
            while (reader.Read())
                cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
            Assert.That(cells.Where(c => c.TrimStart().Length > 0 && "=+-@\t\r".Contains(c.TrimStart()[0], StringComparison.Ordinal)), Is.Empty, format.ToString());
            Assert.That(cells, Has.Some.Contains(name.Trim().Replace("\u0000", "", StringComparison.Ordinal)), "It is still to be read.");
        }
    }

    [Test]
    public void Where_the_grader_failed_no_score_stands_and_where_nothing_could_be_read_it_is_0()
    {
        var book = Gradebook.Of([Graded("a", "a", 5) with { Fault = "A host could not start." }, new HandInRecord("b", "b", [new Student("b", "b")], "x") { Problem = "It is encrypted." }]);

        Assert.That(new GradebookCsv(book, "").Of(GradebookFormat.Plain).Split('\n')[1..3], Is.EqualTo(
        [
            "a,a,,a,yes,grader-failed,,10,,,The grader failed; grade again. A host could not start.",
            "b,b,,b,yes,broken,0,10,,,It is encrypted.",
        ]));
    }

    [Test]
    public void The_page_of_the_class_shows_whatever_stands_in_names_and_runs_none_of_it()
    {
        const string Name = "</td><script>alert(1)</script>\u001b[2J\u202Eeman";
        var page = ClassPage.Of(Gradebook.Of([Graded("x", "x", 4) with { Students = [new Student(Name, Name)] }]), Name, [Name]);

        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("\u001b").And.Not.Contain("\u202E"));
        Assert.That(page, Does.Contain("&lt;script&gt;").And.Contain("default-src 'none'").And.Contain("violation 1"));
    }

    private static HandInRecord Graded(string place, string student, int score) => new(place, place, [new Student(student, student)], "x")
    {
        Exercises =
        [
            new ExerciseMark("01-one", "One",
            [
                new CheckMark("a", "It does", CheckStatus.Passed, Verdict.Passed, score, score),
                new CheckMark("b", "It does more", CheckStatus.Failed, Verdict.Violation, 0, 10 - score),
            ]),
        ],
    };
}
