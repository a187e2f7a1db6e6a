using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Rosters;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Tests.Classes.Rosters;

public sealed class RosterTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("id,name,email\n7,Ann Lee,ann@x.edu\n")]
    [TestCase("\uFEFFStudent ID;Full Name;E-Mail\r\n7;Ann Lee;ann@x.edu\r\n")]
    [TestCase("username\tfirst_name\tlast_name\temail\tsection\tgithub_id\n7\tAnn\tLee\tann@x.edu\t1\t99\n")]
    [TestCase("sep=;\nid;姓名;邮箱\n7;Ann Lee;ann@x.edu\n\n")]
    public void Whatever_spreadsheet_wrote_it_it_is_read(string csv) =>
        Assert.That(Read(csv).Students, Is.EqualTo([new Student("7", "Ann Lee", "ann@x.edu")]));

    [Test]
    public void Ids_that_stand_twice_or_not_at_all_are_told_with_their_lines() =>
        Assert.That(() => Read("id,name\n7,Ann\n8,Bo\n7,Cem\n,Dora\n"), Throws.TypeOf<BadInputException>().With.Message.Contains("line 4: the id 7 stands already in line 2").And.Message.Contains("line 5: there is no id"));

    [Test]
    public void Without_a_column_of_ids_the_heads_are_told() =>
        Assert.That(() => Read("Vorname,Nachname\nAnn,Lee\n"), Throws.TypeOf<BadInputException>().With.Message.Contains("its heads are Vorname, Nachname"));

    [TestCase("7", "whoever", "7")]
    [TestCase("ann@x.edu", "whoever", "7")]
    [TestCase("123", "Lee, Ann", "7")]
    [TestCase("123", "leeann", "7")]
    [TestCase("123", "Kim Bo", null)]
    [TestCase("123", "Zed", null)]
    public void A_student_is_found_by_id_address_or_name_where_that_is_one_persons(string id, string name, string? expected)
    {
        var found = Read("id,name,email\n7,Ann Lee,ann@x.edu\n8,Kim Bo,\n9,Bo Kim,\n").Find(new Student(id, name), out var why);

        Assert.That(found?.Id, Is.EqualTo(expected));
        Assert.That(why, name == "Kim Bo" ? Does.Contain("2 students named Kim Bo (8, 9)") : expected is null ? Does.Contain("has no 123 and no Zed") : Is.Null);
    }

    [Test]
    public void Times_are_read_in_the_zone_they_say_or_the_courses()
    {
        var times = HandInTimes.Read(folder.Write("times.csv", "Identifier,Last modified (submission)\nParticipant 7,2026-11-30T23:59\n8,2026-11-30T23:59-05:00\n9,-\n"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.That(times.Of(["7"]), Is.EqualTo(new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.FromHours(1))));
        Assert.That(times.Of([null, "8"]), Is.EqualTo(new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.FromHours(-5))));
        Assert.That(times.Of(["9"]), Is.Null);
        Assert.That(() => HandInTimes.Read(folder.Write("bad.csv", "student,submitted\n7,soon\n"), TimeZoneInfo.Utc), Throws.TypeOf<BadInputException>().With.Message.Contains("line 2: \"soon\" is no time"));
    }

    private Roster Read(string csv) => Roster.Read(folder.Write("roster.csv", csv));
}
