using System.Net;
using System.Text;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Tests.Grading.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

[CancelAfter(300_000)]
public sealed class HandInTests
{
    private ServiceHost host = null!;
    private Visitor ann = null!;

    [SetUp]
    public async Task StartAsync()
    {
        host = await ServiceHost.StartAsync(o => o with { MaxUploadBytes = 100_000 });
        ann = await host.SignInAsync(ServiceHost.Ann);
    }

    [TearDown]
    public async Task StopAsync()
    {
        ann.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_hand_in_its_file_and_its_grading_are_kept_together()
    {
        var id = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");

        var row = await host.ReadAsync(c => c.HandIns.AsNoTracking().Include(h => h.File).Include(h => h.Gradings).SingleAsync(h => h.Id == id));

        Assert.That(row.PersonId, Is.EqualTo(ServiceHost.Ann));
        Assert.That(row.Exercises, Is.EqualTo([ServiceHost.Open]));
        Assert.That(Encoding.UTF8.GetString(row.File!.Content), Is.EqualTo("class A;"));
        Assert.That(row.Gradings.Single().State, Is.EqualTo(GradingState.Waiting));
        Assert.That(await ann.TextAsync($"/hand-ins/{id}"), Does.Contain("no worker is there just now"));
    }

    [Test]
    public async Task The_same_file_again_is_not_taken_twice_and_costs_no_attempt()
    {
        var first = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(first);

        var again = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");

        Assert.That(again, Is.EqualTo(first));
        Assert.That(await ann.TextAsync("/"), Does.Contain("hand-ins left today: 2 of 3"));
    }

    [Test]
    public async Task What_a_form_sent_twice_is_taken_once_and_another_file_in_it_is_another_hand_in()
    {
        var first = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;", ("sentAs", "form-1"));
        var second = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class B;", ("sentAs", "form-1"));
        var again = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;", ("sentAs", "form-1"));

        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(again, Is.EqualTo(first));
    }

    [Test]
    public async Task A_newer_hand_in_takes_the_place_of_one_that_waits_and_only_of_that()
    {
        var graded = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(graded);
        var waiting = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class B;");
        var newest = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class C;");

        var states = await host.ReadAsync(c => c.Gradings.AsNoTracking().ToDictionaryAsync(g => g.HandInId, g => g.State));

        Assert.That(states[graded], Is.EqualTo(GradingState.Graded));
        Assert.That(states[waiting], Is.EqualTo(GradingState.Cancelled));
        Assert.That(states[newest], Is.EqualTo(GradingState.Waiting));
    }

    [Test]
    public async Task The_day_s_attempts_are_counted_and_what_the_grader_failed_on_or_never_graded_is_not()
    {
        for (var i = 0; i < 2; i++)
            await host.GradeAsync(await ServiceHost.HandInAsync(ann, ServiceHost.Open, $"class A{i};"));
        var failed = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class F;");
        await using (var context = host.Database.CreateContext())
            await context.Gradings.Where(g => g.HandInId == failed).ExecuteUpdateAsync(set => set.SetProperty(g => g.State, GradingState.GraderFailed));
        await host.GradeAsync(await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class L;"));

        using var beyond = await ann.HandInAsync(ServiceHost.Open, "TicketSale.cs", "class M;"u8.ToArray());

        Assert.That(beyond.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await beyond.Content.ReadAsStringAsync(), Does.Contain("All 3 hand-ins of today"));
        Assert.That(await host.ReadAsync(c => c.HandIns.CountAsync()), Is.EqualTo(4));
    }

    [Test]
    public async Task Deliveries_at_once_do_not_get_past_the_day_s_attempts()
    {
        var token = await ann.FormAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ann.HandInAsync(ServiceHost.Open, "TicketSale.cs", Encoding.UTF8.GetBytes($"class A{i};"))));

        // Those that wait are replaced and not charged, so that all are taken; what is left to grade is one.
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Redirect), Is.EqualTo(6));
        Assert.That(await host.ReadAsync(c => c.Gradings.CountAsync(g => g.State == GradingState.Waiting)), Is.EqualTo(1));
        Assert.That(token, Is.Not.Empty);
    }

    [Test]
    public async Task A_late_hand_in_that_costs_a_late_day_asks_first()
    {
        using var asked = await ann.HandInAsync(ServiceHost.Late, "Deadlock.cs", "class A;"u8.ToArray());
        using var wrong = await ann.HandInAsync(ServiceHost.Late, "Deadlock.cs", "class A;"u8.ToArray(), ("late", "2d-0p"));

        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await asked.Content.ReadAsStringAsync(), Does.Contain("it uses 1 of your 3 late days"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "a yes to another cost is no yes");
        Assert.That(await host.ReadAsync(c => c.HandIns.CountAsync()), Is.Zero);

        var id = await ServiceHost.HandInAsync(ann, ServiceHost.Late, "class A;", ("late", "1d-0p"));
        await host.GradeAsync(id);

        Assert.That(await ann.TextAsync("/"), Does.Contain("late days left: 2 of 3"));
        // The day is used: once more on the same day costs nothing, and is not asked.
        await ServiceHost.HandInAsync(ann, ServiceHost.Late, "class B;");
    }

    [Test]
    public async Task What_is_closed_or_of_another_course_or_nothing_is_refused_by_name()
    {
        Assert.That(await RefusalAsync(ServiceHost.Closed, "Spawn.cs", "class A;"u8.ToArray()), Does.Contain("is closed"));
        Assert.That(await RefusalAsync("02-join", "Join.cs", "class A;"u8.ToArray()), Does.Contain("this course has"));
        Assert.That(await RefusalAsync(null, "notes.zip", new ZipSketch().Add("notes.txt", "hello").ToBytes()), Does.Contain("Nothing in notes.zip is an exercise"));
        Assert.That(await RefusalAsync(null, "a.zip", new ZipSketch().Add("TicketSale.cs", "class A;").ToBytes()[..40]), Does.Contain("a.zip"));
        Assert.That(await host.ReadAsync(c => c.HandIns.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_zip_is_graded_for_all_that_is_in_it()
    {
        var zip = new ZipSketch().Add($"exercises/{ServiceHost.Open}/TicketSale.cs", "class A;").Add("exercises/02-join/Join.cs", "class B;").ToBytes();
        using var answer = await ann.HandInAsync(null, "week.zip", zip);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        Assert.That((await host.ReadAsync(c => c.HandIns.SingleAsync())).Exercises, Is.EqualTo([ServiceHost.Open]), "those of the course");
    }

    [Test]
    public async Task Checks_come_in_one_by_one_and_the_hidden_one_says_nothing()
    {
        var id = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        using var answer = await ann.SendAsync(HttpMethod.Get, $"/hand-ins/{id}/events", null, [], HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var waits = await NextAsync(events);
        await using (var context = host.Database.CreateContext())
        {
            await Grades.TellAsync(context, id, ServiceHost.Open, ExerciseKit.Grading.Checking.CheckTitles.Of(ServiceHost.Open)[0].Id, Verdict.Deadlock);
            await Grades.TellAsync(context, id, ServiceHost.Open, ServiceHost.Never, Verdict.Livelock);
        }

        var seen = await NextAsync(events);
        while (!seen.Contains("2 checks", StringComparison.Ordinal))
            seen = await NextAsync(events);
        await host.GradeAsync(id);
        var last = await NextAsync(events);

        Assert.That(waits, Does.Contain("It waits"));
        Assert.That(seen, Does.Contain("Deadlock").And.Not.Contain("Livelock").And.Contain("is not shown"));
        Assert.That(last, Does.Contain("\"isDone\":true"));
    }

    [Test]
    public async Task Of_a_hidden_check_nothing_but_its_points_gets_to_the_student_and_a_teacher_sees_all()
    {
        var id = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(id);
        using var teacher = await host.SignInAsync(ServiceHost.Teacher);
        string[] places = [$"/hand-ins/{id}", $"/hand-ins/{id}/report", $"/hand-ins/{id}/state", "/", "/hand-ins"];
        var title = ExerciseKit.Grading.Checking.CheckTitles.Of(ServiceHost.Open)[1].Title.En;

        var hers = string.Concat(await Task.WhenAll(places.Select(ann.TextAsync)));
        var his = await teacher.TextAsync($"/hand-ins/{id}/report");

        foreach (var hidden in (string[])[Grades.Found + ServiceHost.Never, Grades.Found + ServiceHost.AfterDue, title, "printed-by-the-program"])
        {
            Assert.That(hers, Does.Not.Contain(hidden));
            Assert.That(his, Does.Contain(hidden));
        }

        Assert.That(hers, Does.Contain(Grades.Found).And.Contain("A check that is not shown").And.Contain("is shown after"));
    }

    [Test]
    public async Task Two_hand_ins_are_compared_by_their_checks_and_lines()
    {
        var first = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A\n{\n}\n");
        await host.GradeAsync(first);
        var second = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A\n{\n    int x;\n}\n");
        await host.GradeAsync(second, Grades.Failing([ServiceHost.Open], points: 2));

        var page = await ann.TextAsync($"/hand-ins/{second}/against/{first}");

        Assert.That(page, Does.Contain("<ins>+     int x;</ins>").And.Contain("0 → 2").And.Not.Contain("<del>"));
    }

    private async Task<string> RefusalAsync(string? exercise, string name, byte[] content)
    {
        using var answer = await ann.HandInAsync(exercise, name, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> NextAsync(StreamReader events)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException("The events ended.");
    }
}
