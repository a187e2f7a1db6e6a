using System.Text.Json.Nodes;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Classes.Policy;

public sealed class CourseFileTests
{
    private static readonly string Whole = """
        {
          "$schema": "./exercisekit.course.1.schema.json",
          "format": "exercisekit.course/1",
          "name": "Processes, autumn",
          "timeZone": "Europe/Berlin",
          "due": "2026-11-30T23:59",
          "exercises": [
            { "id": "02-two", "weight": 2.5, "due": "2026-12-07T12:00:00Z", "visibility": "never", "checks": { "order": "always" } },
            { "id": "01-one" }
          ],
          "seed": 4711,
          "graceMinutes": 15,
          "lateDays": 3,
          "penalty": { "percentPerDay": 10, "mostPercent": 50 },
          "attemptsPerDay": 5,
          "visibility": "after-due",
          "extensions": [ { "student": "ann", "exercise": "01-one", "due": "2026-12-02T23:59", "reason": "was ill" } ],
          "roster": "roster.csv",
          "submitted": "times.csv"
        }
        """;

    private SmallKit kit = null!;

    [SetUp]
    public void SetUp()
    {
        kit = SmallKit.WithTwoExercises();
        kit.Write("roster.csv", "id\nann\n");
        kit.Write("times.csv", "student,submitted\n");
    }

    [TearDown]
    public void TearDown() => kit.Dispose();

    [Test]
    public void Everything_that_stands_there_is_read()
    {
        var course = Read(Whole);

        Assert.That((course.Name, course.Seed, course.Grace, course.LateDays, course.PenaltyPerDay, course.PenaltyMost, course.AttemptsPerDay), Is.EqualTo(("Processes, autumn", 4711, TimeSpan.FromMinutes(15), 3, 10m, 50m, 5)));
        Assert.That(course.Exercises.Select(e => (e.Id, e.Weight, e.Due)), Is.EqualTo(
        [
            ("01-one", 1m, new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.FromHours(1))),
            ("02-two", 2.5m, (DateTimeOffset?)new DateTimeOffset(2026, 12, 7, 12, 0, 0, TimeSpan.Zero)),
        ]));
        Assert.That(course.Extensions.Single().Reason, Is.EqualTo("was ill"));
        Assert.That(course.Roster, Is.EqualTo(Path.Combine(kit.Root, "roster.csv")));
        Assert.That((course.VisibilityOf("01-one", "order"), course.VisibilityOf("02-two", "order"), course.VisibilityOf("02-two", "sum")), Is.EqualTo((Visibility.AfterDue, Visibility.Always, Visibility.Never)));
    }

    [Test]
    public void The_published_schema_allows_what_is_read() =>
        Assert.That(JsonSchema.Parse(CourseSchema.Text()).Faults(JsonNode.Parse(Whole)), Is.Empty);

    [Test]
    public void Every_field_of_the_schema_is_described_and_none_else_is_allowed()
    {
        var schema = JsonNode.Parse(CourseSchema.Text())!;

        foreach (var (name, definition) in schema["$defs"]!.AsObject().Where(d => d.Value!["properties"] is not null).Select(d => (d.Key, d.Value!)).Prepend(("course", schema)))
        {
            Assert.That(definition["additionalProperties"]!.GetValue<bool>(), Is.False, name);
            Assert.That(definition["properties"]!.AsObject().Where(p => p.Value!["description"] is null && p.Value!["$ref"] is null).Select(p => p.Key), Is.Empty, name);
        }
    }

    [TestCase("\"graceMinutes\": 15", "\"graceMinute\": 15", "line 12, column 3: \"graceMinute\" is no known field; known here are $schema, attemptsPerDay")]
    [TestCase("\"timeZone\": \"Europe/Berlin\",", "", "line 6, column 10: \"due\" is \"2026-11-30T23:59\", which says no time zone; write \"2026-11-30T23:59+01:00\"")]
    [TestCase("Europe/Berlin", "Europe/Atlantis", "line 5, column 15: \"timeZone\" is \"Europe/Atlantis\", which is no time zone")]
    [TestCase("2026-11-30T23:59", "next Monday", "line 6, column 10: \"due\" is \"next Monday\", where a time is needed")]
    [TestCase("2026-11-30T23:59", "2026-03-29T02:30", "a time that Europe/Berlin leaves out when its clocks go forward")]
    [TestCase("\"02-two\"", "\"03-three\"", "line 8, column 13: there is no exercise \"03-three\"; there are 01-one, 02-two")]
    [TestCase("{ \"id\": \"01-one\" }", "{ \"id\": \"02-two\" }", "line 9, column 13: 02-two stands in the list already")]
    [TestCase("2.5", "-1", "line 8, column 33: \"weight\" is -1, where a number from 0 to 1000 is needed")]
    [TestCase("\"lateDays\": 3", "\"lateDays\": 1.5", "\"lateDays\" is 1.5, where a whole number from 0 to 365 is needed")]
    [TestCase("\"visibility\": \"after-due\"", "\"visibility\": \"later\"", "line 16, column 17: \"visibility\" is \"later\", where one of always, after-due, never is needed")]
    [TestCase("\"seed\": 4711", "\"seed\": \"secret\"", "\"seed\" is \"secret\", where a number is needed")]
    [TestCase("\"lateDays\": 3,", "\"lateDays\": 3, \"lateDays\": 4,", "\"lateDays\" stands here already in line 13")]
    [TestCase("roster.csv", "nobody.csv", "\"roster\" is \"nobody.csv\"")]
    [TestCase("exercisekit.course/1", "exercisekit.course/2", "where this kit reads \"exercisekit.course/1\"")]
    [TestCase("\"lateDays\": 3,", "\"lateDays\": 3", "line 14, column 3: this is no JSON.")]
    public void Each_fault_is_told_with_its_line_and_column(string right, string wrong, string message)
    {
        Assert.That(Whole, Does.Contain(right));

        Assert.That(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal)), Throws.TypeOf<BadInputException>().With.Message.Contains(message));
    }

    [Test]
    public void All_faults_are_told_at_once() =>
        Assert.That(() => Read("""{ "nme": 1, "exercises": [ 7 ] }"""), Throws.TypeOf<BadInputException>().With.Message.Contains("has 4 faults").And.Message.Contains("\"format\" is missing"));

    [Test]
    public void Where_clocks_go_back_the_later_hour_is_meant() =>
        Assert.That(Read(Whole.Replace("2026-11-30T23:59", "2026-10-25T02:30", StringComparison.Ordinal)).Exercises[0].Due!.Value.UtcDateTime, Is.EqualTo(new DateTime(2026, 10, 25, 1, 30, 0)));

    private CoursePolicy Read(string json)
    {
        kit.Write("course.json", json);
        return CourseFile.Read(Path.Combine(kit.Root, "course.json"), ExerciseCatalog.Load(kit.Root));
    }
}
