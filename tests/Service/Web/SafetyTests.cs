using System.Net;
using System.Net.Sockets;
using System.Text;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

[CancelAfter(600_000)]
public sealed class SafetyTests
{
    [Test]
    public async Task Of_forty_tries_and_more_none_reaches_anything()
    {
        await using var host = await ServiceHost.StartAsync(o => o with { MaxUploadBytes = 100_000 });
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        using var bob = await host.SignInAsync(ServiceHost.Bob);
        var hers = await ServiceHost.HandInAsync(ann, ServiceHost.Open, $"class A; // {Tries.Secret}");
        await host.GradeAsync(hers);
        var his = await ServiceHost.HandInAsync(bob, ServiceHost.Open, "class B;");
        await host.GradeAsync(his);
        var tries = new Tries(host, ann, bob, hers, his).All;
        var reached = new List<string>();

        foreach (var (name, attempt) in tries)
        {
            if (await attempt() is { } what)
                reached.Add($"{name}: {what}");
        }

        Assert.That(reached, Is.Empty);
        Assert.That(tries, Has.Count.GreaterThanOrEqualTo(40));
        // Who is let does reach it: the tries look for the right things.
        Assert.That(await ann.TextAsync($"/hand-ins/{hers}/file"), Does.Contain(Tries.Secret));
        using var teacher = await host.SignInAsync(ServiceHost.Teacher);
        Assert.That(await teacher.RawAsync("GET /teacher"), Does.Contain("Ann Lee"));
        Assert.That(host.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("FaultPages", StringComparison.Ordinal)), Is.Empty, "nothing failed inside");
    }

    [Test]
    public async Task What_is_too_large_is_turned_away_before_any_of_it_is_read()
    {
        await using var host = await ServiceHost.StartAsync(o => o with { MaxUploadBytes = 100_000 });
        using var ann = await host.SignInAsync(ServiceHost.Ann);

        // No byte of the body is sent, and the answer comes all the same.
        var answer = await ann.RawAsync("POST /hand-ins", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000\r\n");

        Assert.That(answer, Does.StartWith("HTTP/1.1 413").And.Contain("larger than what may be handed in"));
    }

    [Test, Category("Slow")]
    public async Task A_slow_upload_is_hung_up_on_and_a_cut_off_one_leaves_nothing()
    {
        await using var host = await ServiceHost.StartAsync();
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        using var socket = new TcpClient();
        await socket.ConnectAsync(ann.Address.Host, ann.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /hand-ins HTTP/1.1\r\nHost: {ann.Address.Authority}\r\nCookie: {ann.CookieHeader}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000\r\n\r\n--x"));

        // Nothing more comes: the server's own bound ends it, and the test's catches one that has none.
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));

        Assert.That(answer, Does.StartWith("HTTP/1.1 408").Or.Empty);
        Assert.That(await host.ReadAsync(c => c.HandIns.CountAsync()), Is.Zero);
        Assert.That(await ann.StatusAsync("/"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task One_person_who_asks_too_often_is_slowed_down_and_nobody_else()
    {
        await using var host = await ServiceHost.StartAsync(o => o with { RequestsAMinute = 20 });
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        using var bob = await host.SignInAsync(ServiceHost.Bob);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++)
            statuses.Add(await ann.StatusAsync("/"));

        Assert.That(statuses, Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await ann.TextAsync("/"), Does.Contain("too many requests"));
        Assert.That(await bob.StatusAsync("/"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_address_that_a_header_names_counts_only_where_a_named_proxy_says_so()
    {
        await using var alone = await ServiceHost.StartAsync(o => o with { StrangersAMinute = 10 });
        await using var behind = await ServiceHost.StartAsync(o => o with { StrangersAMinute = 10, Proxies = [IPAddress.Loopback, IPAddress.IPv6Loopback] });

        Assert.That(await LimitedAsync(alone), Is.True, "the header is anybody's word");
        Assert.That(await LimitedAsync(behind), Is.False, "each request is from another address");

        static async Task<bool> LimitedAsync(ServiceHost host)
        {
            using var visitor = host.Stranger();
            var limited = false;
            for (var i = 0; i < 20; i++)
            {
                using var answer = await visitor.GetAsync("/in", ("X-Forwarded-For", $"10.0.0.{i}"));
                limited |= answer.StatusCode == HttpStatusCode.TooManyRequests;
            }

            return limited;
        }
    }

    [Test]
    public async Task Every_answer_says_what_browsers_may_do_with_it()
    {
        await using var host = await ServiceHost.StartAsync();
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        var id = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(id);

        foreach (var path in (string[])["/", "/in", "/me", "/nowhere", "/teacher", $"/hand-ins/{id}", $"/hand-ins/{id}/file", $"/hand-ins/{id}/report"])
        {
            using var answer = await ann.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.That(policy, Does.Not.Contain("unsafe").And.Contain("frame-ancestors"), path);
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]), path);
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True, path);
            Assert.That(answer.Headers.Contains("Server"), Is.False, path);
        }

        using var report = await ann.GetAsync($"/hand-ins/{id}/report");
        Assert.That(report.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox allow-scripts"));
    }

    [Test]
    public async Task No_page_has_a_script_or_a_handler_in_it_whatever_people_are_called()
    {
        await using var host = await ServiceHost.StartAsync();
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        using var teacher = await host.SignInAsync(ServiceHost.Teacher);
        var id = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(id);
        foreach (var hostile in HostileTexts.All.Where(t => !t.Contains('\0', StringComparison.Ordinal)))
        {
            await using (var context = host.Database.CreateContext())
            {
                await context.People.Where(p => p.Id == ServiceHost.Ann).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, hostile).SetProperty(p => p.Email, hostile));
                await context.HandIns.ExecuteUpdateAsync(set => set.SetProperty(h => h.FileName, hostile));
                context.Audit.Add(new AuditRow { At = DateTimeOffset.UnixEpoch, By = hostile, What = hostile, PersonId = ServiceHost.Ann, Before = hostile, After = hostile, Why = hostile });
                await context.SaveChangesAsync();
            }

            var pages = await Task.WhenAll(teacher.TextAsync("/teacher"), teacher.TextAsync("/teacher/audit"), teacher.TextAsync("/teacher/links"), ann.TextAsync("/me"), ann.TextAsync($"/hand-ins/{id}"));
            foreach (var page in pages)
            {
                Assert.That(page, Does.Not.Match(@"<script(?! type=""module"" src=""/assets/)"), hostile);
                Assert.That(page, Does.Not.Match(@"<[^>]*\son\w+\s*="), hostile);
                Assert.That(page, Does.Not.Match("<(img|svg|style|base|template)"), hostile);
            }
        }
    }
}
