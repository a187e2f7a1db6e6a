using System.IO.Compression;
using System.Net;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Web.Teachers;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

[CancelAfter(300_000)]
public sealed class TeacherTests
{
    private static readonly string AnnsPage = $"/teacher/students/{Names.KeyOf(ServiceHost.Ann)}";

    private ServiceHost host = null!;
    private Visitor ann = null!;
    private Visitor teacher = null!;
    private Guid handIn;

    [SetUp]
    public async Task StartAsync()
    {
        host = await ServiceHost.StartAsync();
        (ann, teacher) = (await host.SignInAsync(ServiceHost.Ann), await host.SignInAsync(ServiceHost.Teacher));
        handIn = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(handIn, Grades.Failing([ServiceHost.Open], points: 2));
    }

    [TearDown]
    public async Task StopAsync()
    {
        ann.Dispose();
        teacher.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task An_override_takes_the_place_of_the_checks_points_until_it_is_taken_back_and_each_is_written_down()
    {
        await ChangeAsync($"{AnnsPage}/overrides", ("exercise", ServiceHost.Open), ("points", "3.5"), ("why", "the report was right"));
        var given = await ann.TextAsync($"/hand-ins/{handIn}");
        var id = (await host.ReadAsync(c => c.Overrides.SingleAsync())).Id;
        await ChangeAsync($"{AnnsPage}/overrides/{id}/withdraw", ("why", "a mistake"));

        Assert.That(given, Does.Contain("3.5 given by hand, +1.5 (the report was right)"));
        Assert.That(await ann.TextAsync("/"), Does.Contain("2 of "));
        var audit = (await host.AuditAsync()).Where(a => a.What.StartsWith("override", StringComparison.Ordinal)).ToList();
        Assert.That(audit.Select(a => (a.By, a.PersonId, a.What, a.After ?? a.Before, a.Why)), Is.EqualTo([(ServiceHost.Teacher, ServiceHost.Ann, "override", "3.5", "the report was right"), (ServiceHost.Teacher, ServiceHost.Ann, "override-withdrawn", "3.5", "a mistake")]));
    }

    [TestCase("3.5", "", "A reason is missing")]
    [TestCase("many", "because", "no number of points")]
    [TestCase("-1", "because", "no number of points")]
    [TestCase("1000", "because", "are no points for")]
    public async Task An_override_without_a_reason_or_of_no_points_changes_nothing(string points, string why, string said)
    {
        using var answer = await teacher.PostAsync($"{AnnsPage}/overrides", ("exercise", ServiceHost.Open), ("points", points), ("why", why));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(said));
        Assert.That(await host.ReadAsync(c => c.Overrides.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task An_extension_makes_a_late_hand_in_cost_nothing()
    {
        var due = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await ChangeAsync($"{AnnsPage}/extensions", ("exercise", ServiceHost.Late), ("due", due), ("why", "was ill"));

        await host.GradeAsync(await ServiceHost.HandInAsync(ann, ServiceHost.Late, "class A;"));

        Assert.That(await ann.TextAsync("/"), Does.Contain("late days left: 3 of 3"));
        Assert.That(await teacher.TextAsync(AnnsPage), Does.Contain("was ill"));
    }

    [Test]
    public async Task A_regrading_changes_no_mark_before_it_is_applied_and_then_tells_each_change()
    {
        using var asked = await teacher.PostAsync("/teacher/regradings", ("name", "mended"), ("why", "the check was wrong"));
        var page = asked.Headers.Location!.OriginalString;
        using var early = await teacher.PostAsync($"{page}/apply", ("why", "now"));
        await using (var context = host.Database.CreateContext())
            await Grades.PutAsync(context, handIn, Grades.Failing([ServiceHost.Open]), GradingReason.Regrading);
        var preview = await teacher.TextAsync(page);
        var before = await ann.TextAsync("/");
        using var applied = await teacher.PostAsync($"{page}/apply", ("why", "agreed"));

        Assert.That(await early.Content.ReadAsStringAsync(), Does.Contain("not graded yet"));
        Assert.That(preview, Does.Contain("1 check of 1 hand-in came out otherwise").And.Contain("2 → 0"));
        Assert.That(before, Does.Contain("<b>2 of "));
        Assert.That(applied.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ann.TextAsync("/"), Does.Contain("<b>0 of "));
        Assert.That((await host.AuditAsync()).Where(a => a.What == "regraded").Select(a => (a.PersonId, a.Before, a.After, a.Why)), Is.EqualTo([((string?)ServiceHost.Ann, (string?)"2", (string?)"0", "agreed")]));
    }

    [Test]
    public async Task A_regrading_that_never_lowers_keeps_the_higher_mark()
    {
        using var asked = await teacher.PostAsync("/teacher/regradings", ("name", "mended"), ("why", "the check was wrong"));
        await using (var context = host.Database.CreateContext())
            await Grades.PutAsync(context, handIn, Grades.Failing([ServiceHost.Open]), GradingReason.Regrading);

        await ChangeAsync($"{asked.Headers.Location!.OriginalString}/apply", ("why", "agreed"), ("neverLower", "1"));

        Assert.That(await ann.TextAsync("/"), Does.Contain("<b>2 of "));
    }

    [Test]
    public async Task A_changed_course_file_is_shown_as_a_difference_and_counts_when_it_is_taken()
    {
        host.Write("course.json", ServiceHost.Course(lateDays: 5, name: "Processes II"));
        host.Write("roster.csv", "id,name\nann,Ann Lee\ncem,Cem Oz\n");

        var shown = await teacher.TextAsync("/teacher/course");
        var before = await ann.TextAsync("/");
        var sha = shown.Split("name=\"sha\" value=\"")[1].Split('"')[0];
        host.Write("roster.csv", "id,name\nann,Ann Lee\n");
        using var stale = await teacher.PostAsync("/teacher/course", ("sha", sha));
        var again = (await teacher.TextAsync("/teacher/course")).Split("name=\"sha\" value=\"")[1].Split('"')[0];
        await ChangeAsync("/teacher/course", ("sha", again));

        Assert.That(shown, Does.Contain("<ins>+   &quot;lateDays&quot;: 5,</ins>").And.Contain("Cem Oz (cem)").And.Contain("Bob Ray (bob)"));
        Assert.That(before, Does.Contain("of 3").And.Not.Contain("Processes II"));
        Assert.That(await stale.Content.ReadAsStringAsync(), Does.Contain("changed again"));
        Assert.That(await ann.TextAsync("/"), Does.Contain("Processes II").And.Contain("of 5"));
        Assert.That(await host.ReadAsync(c => c.People.AnyAsync(p => p.Id == "cem")), Is.False);
    }

    [Test]
    public async Task A_course_file_that_is_wrong_is_told_and_what_counts_stays()
    {
        host.Write("course.json", "{ \"format\": 1 }");

        Assert.That(await teacher.TextAsync("/teacher/course"), Does.Contain("can&#39;t be taken"));
        Assert.That(await ann.StatusAsync("/"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Blind_marking_shows_no_name_id_address_or_file_name_on_any_page()
    {
        await ServiceHost.HandInAsync(ann, ServiceHost.Late, "class L;", ("late", "1d-0p"));
        await ChangeAsync("/teacher/blind", ("hide", "1"));

        foreach (var path in (string[])["/teacher", AnnsPage, $"/hand-ins/{handIn}", "/teacher/faults", "/teacher/queue", "/teacher/links", "/teacher/audit", "/teacher/regradings"])
            Assert.That(await teacher.TextAsync(path), Does.Not.Contain("Ann Lee").And.Not.Contain("ann@").And.Not.Match(">ann<"), path);
        Assert.That(await teacher.TextAsync("/teacher"), Does.Contain("Student "));
    }

    [Test]
    public async Task The_export_holds_files_results_marks_and_the_log()
    {
        using var answer = await teacher.GetAsync("/teacher/export.zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.That(zip.Entries.Select(e => e.FullName), Is.SupersetOf((string[])["course.json", "roster.csv", "marks.csv", "people.csv", "audit.csv", "overrides.csv", "extensions.csv"]));
        Assert.That(zip.Entries, Has.Exactly(1).Matches<ZipArchiveEntry>(e => e!.FullName.StartsWith("hand-ins/ann/", StringComparison.Ordinal) && e.FullName.EndsWith("/TicketSale.cs", StringComparison.Ordinal)));
        Assert.That(zip.Entries, Has.Exactly(1).Matches<ZipArchiveEntry>(e => e!.FullName.Contains("/result-", StringComparison.Ordinal) && e.Length > 0));
        using var marks = new StreamReader(zip.GetEntry("marks.csv")!.Open());
        Assert.That(await marks.ReadToEndAsync(), Does.Contain("ann,Ann Lee,ann@example.edu,2,"));
    }

    [Test]
    public async Task Links_for_the_class_come_as_a_table_for_a_serial_letter_and_sign_in()
    {
        using var answer = await teacher.PostAsync("/teacher/links/csv", ("unused", "1"));
        var lines = (await answer.Content.ReadAsStringAsync()).Trim().Split('\n');

        Assert.That(lines, Has.Length.EqualTo(2), "Ann has signed in already");
        using var bob = host.Stranger();
        using var signedIn = await bob.PostAsync("/in", ("code", lines[1].Split(',')[3].Trim('"')));
        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task The_class_its_faults_and_the_queue_are_shown_in_both_languages()
    {
        Assert.That(await teacher.TextAsync("/teacher"), Does.Contain("1 of 2 students handed in").And.Contain("Ann Lee"));
        Assert.That(await teacher.TextAsync("/teacher?lang=zh"), Does.Contain("2 名学生中有 1 名提交了"));
        Assert.That(await teacher.TextAsync("/teacher/faults?lang=en"), Does.Contain("Violation"));
        Assert.That(await teacher.TextAsync("/teacher/queue?lang=en"), Does.Contain("No worker is there"));
    }

    private async Task ChangeAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await teacher.PostAsync(path, fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
    }
}
