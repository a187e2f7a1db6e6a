using System.Net;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Teaching;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

[CancelAfter(300_000)]
public sealed class SignInTests
{
    private ServiceHost host = null!;

    [SetUp]
    public async Task StartAsync() => host = await ServiceHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_preview_of_a_link_uses_nothing_up_and_the_link_signs_in_once()
    {
        var secret = await host.LinkAsync(ServiceHost.Ann);
        using var preview = host.Stranger();
        using var ann = host.Stranger();
        using var thief = host.Stranger();

        await preview.GetAsync($"/in?code={secret}");
        await preview.GetAsync($"/in/{secret}");
        using var first = await ann.PostAsync("/in", ("code", $"{ann.Address}in#{secret}"));
        using var again = await thief.PostAsync("/in", ("code", secret));

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ann.TextAsync("/"), Does.Contain("Processes"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("used already"));
        Assert.That(await thief.StatusAsync("/"), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Of_two_who_use_a_link_at_once_one_gets_in()
    {
        var secret = await host.LinkAsync(ServiceHost.Ann);
        var visitors = Enumerable.Range(0, 8).Select(_ => host.Stranger()).ToList();
        var tokens = await Task.WhenAll(visitors.Select(v => v.FormAsync()));

        var answers = await Task.WhenAll(visitors.Zip(tokens, (v, token) => v.PostRawAsync("/in", ("code", secret), ("__RequestVerificationToken", token))));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Redirect), Is.EqualTo(1));
    }

    [Test]
    public async Task A_revoked_a_foreign_and_an_old_link_are_told_apart()
    {
        var (revoked, old) = (await host.LinkAsync(ServiceHost.Ann), await host.LinkAsync(ServiceHost.Bob, TimeSpan.FromMilliseconds(-1)));
        await using (var context = host.Database.CreateContext())
            await SignInLinks.RevokeAsync(context, ServiceHost.Ann, ServiceHost.Teacher, "lost", CancellationToken.None);
        using var visitor = host.Stranger();

        Assert.That(await WordsAsync(visitor, revoked), Does.Contain("revoked"));
        Assert.That(await WordsAsync(visitor, old), Does.Contain("ran out"));
        Assert.That(await WordsAsync(visitor, "nothing"), Does.Contain("no sign-in link"));
    }

    [Test]
    public async Task Who_is_taken_out_of_the_roster_while_signed_in_is_told_so_and_keeps_the_hand_ins()
    {
        using var bob = await host.SignInAsync(ServiceHost.Bob);
        await ServiceHost.HandInAsync(bob, ServiceHost.Open, "class B;");
        host.Write("roster.csv", "id,name\nann,Ann Lee\n");
        await using (var context = host.Database.CreateContext())
            await new CourseUpdate(ServiceHost.Catalog).TakeAsync(context, CourseFiles.Read(host.CourseFile, ServiceHost.Catalog), ServiceHost.Teacher, CancellationToken.None);

        using var answer = await bob.GetAsync("/");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("not in this class&#39;s roster any more"));
        Assert.That(await host.ReadAsync(c => c.HandIns.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Signing_out_ends_every_session_also_that_of_a_cookie_that_was_kept()
    {
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        var kept = ann.CookieHeader;

        using var answer = await ann.PostAsync("/out");

        using var replay = host.Stranger();
        using var replayed = await replay.GetAsync("/", ("Cookie", kept));
        Assert.That(replayed.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_cookies_are_out_of_reach_for_scripts_and_other_sites()
    {
        using var visitor = host.Stranger();
        using var answer = await visitor.PostAsync("/in", ("code", await host.LinkAsync(ServiceHost.Ann)));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("kit=", StringComparison.Ordinal));

        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict").And.Contain("path=/"));
    }

    [Test]
    public async Task The_database_keeps_no_secret_and_the_log_tells_none()
    {
        var secret = await host.LinkAsync(ServiceHost.Ann);
        using var visitor = host.Stranger();
        using var answer = await visitor.PostAsync("/in", ("code", secret));
        var session = visitor.Cookies.GetAllCookies().Single(c => c.Name == "kit").Value;

        var link = await host.ReadAsync(c => c.SignInLinks.AsNoTracking().SingleAsync());

        Assert.That(link.SecretHash, Is.EqualTo(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret))));
        Assert.That(host.Log.Lines.Where(l => l.Contains(secret, StringComparison.Ordinal) || l.Contains(session, StringComparison.Ordinal)), Is.Empty);
        Assert.That(host.Log.Lines, Has.Some.Contains("POST"), "it is logged, at the finest level");
    }

    [Test]
    public async Task A_session_lives_on_in_another_server_on_the_same_database_for_the_keys_are_in_it()
    {
        using var ann = await host.SignInAsync(ServiceHost.Ann);

        Assert.That(await host.ReadAsync(c => c.ProtectionKeys.CountAsync()), Is.GreaterThan(0));
        Assert.That((await host.ReadAsync(c => c.ProtectionKeys.AsNoTracking().FirstAsync())).Xml, Does.Contain("<key"));
    }

    [Test]
    public async Task A_link_for_another_device_is_made_by_who_is_signed_in()
    {
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        using var page = await ann.PostAsync("/me/link");
        var link = (await page.Content.ReadAsStringAsync()).Split("/in#")[1].Split('"')[0];
        using var phone = host.Stranger();

        using var answer = await phone.PostAsync("/in", ("code", link));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await host.ReadAsync(c => c.People.SingleAsync(p => p.Id == ServiceHost.Ann))).Role, Is.EqualTo(PersonRole.Student));
    }

    private static async Task<string> WordsAsync(Visitor visitor, string code)
    {
        using var answer = await visitor.PostAsync("/in", ("code", code));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        return await answer.Content.ReadAsStringAsync();
    }
}
