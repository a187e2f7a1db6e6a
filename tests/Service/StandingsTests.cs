using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;
using ExerciseKit.Classes.Rosters;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;

namespace ExerciseKit.Tests.Service;

/// <summary>Marks on line are those of <c>kit grade-all</c>, and more where exercises come one by one.</summary>
public sealed class StandingsTests
{
    private const string One = "01-spawn";
    private const string Two = "02-join";

    private static readonly DateTimeOffset Due = new(2026, 11, 30, 23, 59, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset LaterDue = Due.AddDays(7);

    private static readonly CoursePolicy Policy = new("Processes", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), [new CourseExercise(One, 2, Due), new CourseExercise(Two, 1, LaterDue)])
    {
        LateDays = 2,
        PenaltyPerDay = 10,
        Extensions = [new Extension("s3", One, Due.AddDays(3), "was ill")],
    };

    private static readonly PersonRow[] People = [.. Enumerable.Range(1, 4).Select(i => new PersonRow { Id = $"s{i}", Role = PersonRole.Student, Name = $"Student {i}", Stamp = Guid.Empty })];

    [Test]
    public void Where_each_hand_in_holds_all_exercises_the_marks_are_those_of_the_gradebook()
    {
        List<HandInFact> handIns =
        [
            HandIn("s1", 1, Due.AddHours(-3), (One, 4), (Two, 1)),
            HandIn("s1", 2, Due.AddHours(-2), (One, 5), (Two, 2)),
            HandIn("s2", 4, Due.AddDays(4), (One, 10), (Two, 10)),
            HandIn("s3", 5, Due.AddDays(3), (One, 8), (Two, 0)),
        ];

        var marks = Of(Policy, handIns);

        var roster = new Roster([.. People.Select(p => new Student(p.Id, p.Name))]);
        var book = Gradebook.Of([.. handIns.Select(h => h.Record!)], new ClassRules(Policy, roster, null), [(One, 10), (Two, 10)]);
        var expected = book.Rows.Where(r => r.Counts).ToDictionary(r => r.Student.Id, r => r.Mark);
        foreach (var standing in marks.Where(m => m.Person.Id != "s4"))
        {
            Assert.That(standing.Mark.Points, Is.EqualTo(expected[standing.Person.Id]!.Points), standing.Person.Id);
            Assert.That(standing.Mark.Changes, Is.EqualTo(expected[standing.Person.Id]!.Changes), standing.Person.Id);
        }

        Assert.That(marks.Single(m => m.Person.Id == "s1").Mark.Points, Is.EqualTo(12), "The newer one.");
        Assert.That(marks.Single(m => m.Person.Id == "s2").Mark.Points, Is.EqualTo(26), "Four days late, two of them free.");
        Assert.That(marks.Single(m => m.Person.Id == "s4").Mark.Points, Is.Zero);
    }

    [Test]
    public void The_newest_hand_in_of_each_exercise_counts_whatever_was_graded_last_and_each_is_late_by_itself()
    {
        List<HandInFact> handIns =
        [
            // Graded after the newer one.
            HandIn("s1", 3, Due.AddHours(-2), (One, 1)),
            HandIn("s1", 1, Due.AddHours(-1), (One, 6)),
            // In time for its own due time, a week after the other's.
            HandIn("s1", 2, LaterDue.AddHours(-1), (Two, 7)),
        ];

        var mark = Of(Policy, handIns)[0].Mark;

        Assert.That(mark.Exercises.Select(e => (e.Id, e.Points)), Is.EqualTo([(One, 12m), (Two, 7m)]));
        Assert.That(mark.Changes.Select(c => c.Rule), Is.EqualTo(["weight"]));
    }

    [Test]
    public void Points_given_by_hand_take_the_place_of_all_others_and_say_why()
    {
        var policy = Policy with { Overrides = [new MarkOverride("s1", One, 3, "first try"), new MarkOverride("s1", One, 15.5m, "the statement was wrong"), new MarkOverride("s4", Two, 2, "shown in class")] };

        var marks = Of(policy, [HandIn("s1", 1, Due.AddDays(9), (One, 4))]);

        Assert.That(marks[0].Mark.Points, Is.EqualTo(15.5m));
        Assert.That(marks[0].Mark.Changes[^1].Words.En, Does.Contain("15.5 given by hand").And.Contain("the statement was wrong"));
        Assert.That(marks[0].Mark.Changes.Sum(c => c.By), Is.EqualTo(15.5m - 4), "The changes explain the mark.");
        Assert.That(marks[3].Mark.Points, Is.EqualTo(2), "Without a hand-in, too.");
    }

    [Test]
    public void What_the_grader_failed_on_or_has_not_graded_yet_counts_for_nothing()
    {
        var graded = HandIn("s1", 1, Due.AddHours(-2), (One, 6));
        var failed = HandIn("s1", 2, Due.AddHours(-1), (One, 0));

        var mark = Of(Policy, [graded, failed with { State = GradingState.GraderFailed, Record = null }, graded with { Id = Guid.NewGuid(), ReceivedAt = Due.AddMinutes(-1), State = GradingState.Waiting, Record = null }])[0].Mark;

        Assert.That(mark.Points, Is.EqualTo(12));
    }

    private static List<Standing> Of(CoursePolicy policy, IReadOnlyList<HandInFact> handIns)
    {
        var taken = new CourseRow { Text = "", Sha256 = "", Kit = "", KitVersion = "", TakenAt = Due, TakenBy = "test" };
        var standings = new Standings(new StandingCourse(taken, policy));
        return [.. People.Select(person => standings.Of(person, handIns.Where(h => h.PersonId == person.Id), LaterDue.AddDays(9)))];
    }

    private static HandInFact HandIn(string student, int id, DateTimeOffset at, params (string Exercise, int Score)[] scores)
    {
        var record = new HandInRecord($"{id}", $"{id}", [new Student(student, student)], "as")
        {
            SubmittedAt = at,
            Exercises = [.. scores.Select(s => new ExerciseMark(s.Exercise, s.Exercise, [new CheckMark("all", "All", CheckStatus.Passed, Verdict.Passed, s.Score, 10)]))],
        };
        return new HandInFact(new Guid(id, 0, 0, new byte[8]), student, [.. scores.Select(s => s.Exercise)], at, "hand-in.zip", $"{id}", HandInWay.Tool, GradingState.Graded, record);
    }
}
