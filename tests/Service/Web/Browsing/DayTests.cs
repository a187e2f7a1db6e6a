using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Service.Web.Teachers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ExerciseKit.Tests.Service.Web.Browsing;

/// <summary>A student's and a teacher's whole day, in a browser. <c>dotnet test -p:Browser=true --filter TestCategory=Browser</c></summary>
[Category("Browser"), CancelAfter(600_000), NonParallelizable]
public sealed class DayTests
{
    private static readonly string Answer = File.ReadAllText(Path.Combine(Repository.Root, "solutions", ServiceHost.Open, "mutants", "no-lock.cs"));

    private GradeResult result = null!;

    [OneTimeSetUp]
    public async Task GradeAsync()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("TicketSale.cs", Answer);
        result = await Repository.Grader.GradeAsync(new GradeRequest(path, [ServiceHost.Open]), null, CancellationToken.None);
    }

    [TestCase(360, "en")]
    [TestCase(1280, "en")]
    [TestCase(360, "zh")]
    [TestCase(1280, "zh")]
    public async Task A_student_signs_in_hands_in_watches_reads_compares_and_signs_out(int width, string language)
    {
        await using var host = await ServiceHost.StartAsync();
        await using var visit = await Visit.StartAsync(host, $"student-{width}-{language}", width, language);
        var page = visit.Page;

        await page.GotoAsync($"{host.Address}in#{await host.LinkAsync(ServiceHost.Ann)}");
        Assert.That(page.Url, Does.EndWith("/in"), "the secret is out of the address");
        await visit.LookAsync("sign-in");
        await page.Locator("#sign-in button").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Processes");
        await visit.LookAsync("exercises");

        var form = page.Locator($"[id='{ServiceHost.Open}'] form");
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "TicketSale.cs", MimeType = "text/plain", Buffer = "class A;"u8.ToArray() });
        await form.Locator("button").ClickAsync();
        await Expect(page.Locator("#how-far")).ToBeVisibleAsync();
        var first = IdIn(page.Url);
        var checks = CheckTitles.Of(ServiceHost.Open);
        await TellAsync(host, first, checks[0].Id, Verdict.Violation);
        await TellAsync(host, first, checks[3].Id, Verdict.Passed);
        await Expect(page.Locator("#seen li")).ToHaveCountAsync(2);
        await visit.LookAsync("grading");
        await host.GradeAsync(first);
        await Expect(page.Locator("iframe.report")).ToBeVisibleAsync();

        await page.GotoAsync(host.Address.AbsoluteUri);
        await DropAsync(page, ServiceHost.Open, "TicketSale.cs", Answer);
        await page.WaitForURLAsync("**/hand-ins/**");
        var second = IdIn(page.Url);
        await host.GradeAsync(second, result with { SubmissionHash = result.SubmissionHash });
        await Expect(page.Locator("iframe.report")).ToBeVisibleAsync();
        await Expect(page.FrameLocator("iframe.report").Locator("h1")).ToBeVisibleAsync();
        await Expect(page.FrameLocator("iframe.report").Locator(".now-text").First).ToBeVisibleAsync();
        await Expect(page.FrameLocator("iframe.report").Locator(".row").First).ToBeVisibleAsync();
        await visit.LookAsync("hand-in");
        await page.Locator("a[href*='/against/']").First.ClickAsync();
        await Expect(page.Locator("pre.diff ins").First).ToBeVisibleAsync();
        await visit.LookAsync("comparison");

        await page.GotoAsync(host.Address.AbsoluteUri);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var late = page.Locator($"[id='{ServiceHost.Late}'] form");
        await late.Locator("input[type=checkbox]").CheckAsync();
        await late.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "Deadlock.cs", MimeType = "text/plain", Buffer = "class A;"u8.ToArray() });
        await late.Locator("button").ClickAsync();
        await Expect(page.Locator("#how-far")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(host.Address, "/me").AbsoluteUri);
        await visit.LookAsync("account");
        await page.Locator(".top form button").ClickAsync();
        await Expect(page.Locator("#sign-in")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(host.Address, $"/hand-ins/{second}").AbsoluteUri);
        await visit.LookAsync("signed-out");
    }

    [Test]
    public async Task A_late_hand_in_is_asked_about_while_the_file_is_still_at_hand()
    {
        await using var host = await ServiceHost.StartAsync();
        await using var visit = await Visit.StartAsync(host, "late", 1280, "en");
        var page = visit.Page;
        await visit.SignInAsync(ServiceHost.Ann);
        var asked = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Message);
            _ = asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync();
        };
        // As where the page was loaded before it was due.
        await page.Locator($"[id='{ServiceHost.Late}'] form .hint").EvaluateAsync("e => e.remove()");

        await DropAsync(page, ServiceHost.Late, "Deadlock.cs", "class A;");
        await Expect(page.Locator($"[id='{ServiceHost.Late}'] button")).ToBeEnabledAsync();
        Assert.That(asked, Is.EqualTo(["This is late: it uses 1 of your 3 late days. Hand in all the same?"]));
        await DropAsync(page, ServiceHost.Late, "Deadlock.cs", "class A;");
        await page.WaitForURLAsync("**/hand-ins/**");
        Assert.That(visit.Complaints.Where(c => !c.Contains("409", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(360, "en")]
    [TestCase(1280, "en")]
    [TestCase(360, "zh")]
    [TestCase(1280, "zh")]
    public async Task A_teacher_looks_at_the_class_gives_points_and_time_regrades_and_takes_a_changed_course(int width, string language)
    {
        await using var host = await ServiceHost.StartAsync();
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        var handIn = await ServiceHost.HandInAsync(ann, ServiceHost.Open, Answer);
        await host.GradeAsync(handIn, result);
        await ServiceHost.HandInAsync(ann, ServiceHost.Late, "class L;", ("late", "1d-0p"));
        await using var visit = await Visit.StartAsync(host, $"teacher-{width}-{language}", width, language);
        var page = visit.Page;
        await visit.SignInAsync(ServiceHost.Teacher);
        await visit.LookAsync("class");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ann Lee" }).ClickAsync();
        await page.Locator("#points").FillAsync("4.5");
        await page.Locator("#override-why").FillAsync("the report was right");
        await page.Locator("form[action$='/overrides'] button").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("the report was right");
        await page.Locator("#due").FillAsync("2030-01-01T12:00");
        await page.Locator("#extension-why").FillAsync("was ill");
        await page.Locator("form[action$='/extensions'] button").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("was ill");
        await page.Locator("form[action$='/links'] button").ClickAsync();
        await Expect(page.Locator("#new-link")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/in#"));
        await visit.LookAsync("person");

        await page.GotoAsync(new Uri(host.Address, "/teacher/regradings").AbsoluteUri);
        await page.Locator("#name").FillAsync("mended");
        await page.Locator("#why").FillAsync("the check was wrong");
        await visit.LookAsync("regradings");
        await page.Locator("form[action='/teacher/regradings'] button").ClickAsync();
        await page.WaitForURLAsync("**/regradings/*-*");
        await using (var context = host.Database.CreateContext())
            await Grades.PutAsync(context, handIn, Grades.Failing([ServiceHost.Open], points: 2), ExerciseKit.Service.Data.Rows.GradingReason.Regrading);
        await page.ReloadAsync();
        await visit.LookAsync("preview");
        await page.Locator("#apply-why").FillAsync("agreed");
        await page.Locator("form[action$='/apply'] button").ClickAsync();
        await Expect(page.Locator("form[action$='/apply']")).ToHaveCountAsync(0);

        host.Write("course.json", ServiceHost.Course(lateDays: 5));
        foreach (var place in (string[])["faults", "queue", "links", "course", "audit"])
        {
            await page.GotoAsync(new Uri(host.Address, $"/teacher/{place}").AbsoluteUri);
            await visit.LookAsync(place);
        }

        await page.GotoAsync(new Uri(host.Address, "/teacher/course").AbsoluteUri);
        await page.Locator("form[action='/teacher/course'] button").ClickAsync();
        await Expect(page.Locator("form[action='/teacher/course']")).ToHaveCountAsync(0);
        await page.GotoAsync(new Uri(host.Address, "/teacher").AbsoluteUri);
        await page.Locator("form[action='/teacher/blind'] button").ClickAsync();
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Ann Lee");
        await visit.LookAsync("blind");
        await page.GotoAsync(new Uri(host.Address, $"/teacher/students/{Names.KeyOf(ServiceHost.Bob)}").AbsoluteUri);
        await visit.LookAsync("blind-person");
    }

    private static Guid IdIn(string url) => Guid.Parse(new Uri(url).AbsolutePath.Split('/')[2]);

    private static async Task TellAsync(ServiceHost host, Guid handIn, string check, Verdict verdict)
    {
        await using var context = host.Database.CreateContext();
        await Grades.TellAsync(context, handIn, ServiceHost.Open, check, verdict);
    }

    private static Task DropAsync(IPage page, string exercise, string name, string text) => page.EvaluateAsync(
        """
        ([exercise, name, text]) => {
          const files = new DataTransfer();
          files.items.add(new File([text], name, { type: "text/plain" }));
          document.getElementById(exercise).querySelector("form").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """,
        new[] { exercise, name, text });
}
