using System.Net;
using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Teachers;
using ExerciseKit.Tests.Grading.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

/// <summary>What somebody could try who is not let, each told as what was reached: nothing, where it is right.</summary>
internal sealed class Tries(ServiceHost host, Visitor ann, Visitor bob, Guid hers, Guid his)
{
    /// <summary>Stands in Ann's file, and must get to nobody else.</summary>
    public const string Secret = "annsOwnWords";

    private static readonly string AnnsPage = $"/teacher/students/{Names.KeyOf(ServiceHost.Ann)}";

    /// <summary>By name, each a way that gives what it reached; null for nothing.</summary>
    public IReadOnlyDictionary<string, Func<Task<string?>>> All => new Dictionary<string, Func<Task<string?>>>
    {
        ["another's hand-in"] = () => ReachesAsync(bob, $"/hand-ins/{hers}"),
        ["another's report"] = () => ReachesAsync(bob, $"/hand-ins/{hers}/report"),
        ["another's file"] = () => ReachesAsync(bob, $"/hand-ins/{hers}/file"),
        ["another's state"] = () => ReachesAsync(bob, $"/hand-ins/{hers}/state"),
        ["another's events"] = () => ReachesAsync(bob, $"/hand-ins/{hers}/events"),
        ["another's beside one's own"] = () => ReachesAsync(bob, $"/hand-ins/{his}/against/{hers}"),
        ["one's own beside another's"] = () => ReachesAsync(bob, $"/hand-ins/{hers}/against/{his}"),
        ["another's id written otherwise"] = () => ReachesAsync(bob, $"/HAND-INS/{hers.ToString().ToUpperInvariant()}/file"),
        ["another's id in braces"] = () => ReachesAsync(bob, $"/hand-ins/{{{hers}}}/file"),
        ["another's name in the query"] = () => ReachesAsync(bob, $"/hand-ins?person={ServiceHost.Ann}&exercise=' OR 1=1 --"),
        ["dots in the path"] = () => ReachesRawAsync(bob, $"GET /hand-ins/{his}/../{hers}/file"),
        ["encoded dots in the path"] = () => ReachesRawAsync(bob, $"GET /hand-ins/{his}/%2e%2e/{hers}/file"),
        ["two slashes"] = () => ReachesRawAsync(bob, $"GET //hand-ins/{hers}/file"),
        ["a teacher's page by two slashes"] = () => TeachersRawAsync("GET //teacher"),
        ["a teacher's page in capitals"] = () => TeachersRawAsync("GET /TEACHER/"),
        ["a teacher's page through an open one"] = () => TeachersRawAsync("GET /in/../teacher"),
        ["a teacher's page by an encoded slash"] = () => TeachersRawAsync("GET /in%2f..%2fteacher"),
        ["a teacher's page by a semicolon"] = () => TeachersRawAsync("GET /teacher;/in"),
        ["a teacher's page as a whole address"] = () => TeachersRawAsync($"GET {host.Address}teacher"),
        ["a path named by a header"] = () => TeachersRawAsync("GET /in", "X-Original-URL: /teacher\r\nX-Rewrite-URL: /teacher\r\n"),
        ["another method named by a header"] = () => ChangesAsync(() => bob.SendAsync(HttpMethod.Get, $"{AnnsPage}/links", null, [("X-HTTP-Method-Override", "POST")])),
        ["the engine's pages"] = async () => await bob.StatusAsync("/teacher/jobs") is HttpStatusCode.OK ? "the dashboard" : null,
        ["points for oneself"] = () => ChangesAsync(() => bob.PostAsync($"/teacher/students/{Names.KeyOf(ServiceHost.Bob)}/overrides", ("exercise", ServiceHost.Open), ("points", "5"), ("why", "please"))),
        ["an extension for oneself"] = () => ChangesAsync(() => bob.PostAsync($"/teacher/students/{Names.KeyOf(ServiceHost.Bob)}/extensions", ("due", "2030-01-01T00:00"), ("why", "please"))),
        ["a link of another's"] = () => ChangesAsync(() => bob.PostAsync($"{AnnsPage}/links")),
        ["a hand-in in another's name"] = HandsInForAnnAsync,
        ["a teacher's cookie made up"] = () => TeachersWithCookieAsync("kit=CfDJ8" + new string('A', 300)),
        ["a cookie with a letter changed"] = () => TeachersWithCookieAsync(Changed(ann.CookieHeader)),
        ["a cookie of another server"] = async () =>
        {
            await using var other = await ServiceHost.StartAsync();
            using var teacher = await other.SignInAsync(ServiceHost.Teacher);
            return await TeachersWithCookieAsync(teacher.CookieHeader);
        },
        ["a cookie after signing out"] = async () =>
        {
            using var teacher = await host.SignInAsync(ServiceHost.Teacher);
            var kept = teacher.CookieHeader;
            await teacher.PostAsync("/out");
            return await TeachersWithCookieAsync(kept);
        },
        ["a cookie after a link was revoked"] = async () =>
        {
            using var teacher = await host.SignInAsync(ServiceHost.Teacher);
            await using (var context = host.Database.CreateContext())
                await SignInLinks.RevokeAsync(context, ServiceHost.Teacher, ServiceHost.Teacher, "lost", CancellationToken.None);
            return await TeachersWithCookieAsync(teacher.CookieHeader);
        },
        ["a link that was used"] = async () =>
        {
            var secret = await host.LinkAsync(ServiceHost.Teacher);
            using var first = host.Stranger();
            await first.PostAsync("/in", ("code", secret));
            return await SignsInAsync(secret);
        },
        ["what the database keeps of a link"] = async () => await SignsInAsync(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await host.LinkAsync(ServiceHost.Teacher))))),
        ["a link cut short"] = async () => await SignsInAsync((await host.LinkAsync(ServiceHost.Teacher))[..^1]),
        ["SQL for a link"] = () => SignsInAsync("' OR '1'='1"),
        ["a form without its token"] = () => ChangesAsync(() => bob.PostRawAsync("/me", ("zone", "Asia/Shanghai"))),
        ["a form with another's token"] = () => ChangesAsync(async () => await bob.PostRawAsync("/me", ("zone", "Asia/Shanghai"), ("__RequestVerificationToken", await ann.FormAsync()))),
        ["a form from another site"] = () => ChangesAsync(() => bob.SendAsync(HttpMethod.Post, "/me", new FormUrlEncodedContent([KeyValuePair.Create("zone", "Asia/Shanghai")]), [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")])),
        ["more than may be handed in"] = () => TakenAsync(() => bob.HandInAsync(ServiceHost.Open, "TicketSale.cs", new byte[300_000])),
        ["more than is said"] = () => TakenAsync(async () =>
        {
            var form = new MultipartFormDataContent { { new StringContent(await bob.FormAsync()), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[300_000]), "files", "TicketSale.cs" } };
            return await bob.SendAsync(HttpMethod.Post, "/hand-ins", form, [("Transfer-Encoding", "chunked")]);
        }),
        ["a zip that unpacks without end"] = () => TakenAsync(() => bob.HandInAsync(null, "bomb.zip", new ZipSketch().Add($"{ServiceHost.Open}/TicketSale.cs", "class A;").ToBytesClaiming(uint.MaxValue - 1))),
        ["a zip that climbs out"] = async () =>
        {
            await bob.HandInAsync(null, "climb.zip", new ZipSketch().Add("../../../../tmp/climbed.cs", "class A;").Add($"{ServiceHost.Open}/TicketSale.cs", "class A;").ToBytes());
            return File.Exists("/tmp/climbed.cs") ? "a file outside" : null;
        },
        ["a file's name that climbs out"] = async () =>
        {
            using var answer = await bob.HandInAsync(ServiceHost.Open, "../../../../../../tmp/climbed.cs", "class Climbed;"u8.ToArray());
            var names = await host.ReadAsync(c => c.HandIns.Where(h => h.PersonId == ServiceHost.Bob).Select(h => h.FileName).ToListAsync());
            return names.Exists(n => n.Contains('/', StringComparison.Ordinal) || n.Contains("..", StringComparison.Ordinal)) || File.Exists("/tmp/climbed.cs") ? "a path" : null;
        },
        ["a script for the language"] = async () => (await bob.TextAsync("/me?lang=%22%3E%3Cscript%3Ex%3C/script%3E")).Contains("<script>x", StringComparison.Ordinal) ? "a script" : null,
        ["a script in the query"] = async () => (await bob.TextAsync("/me?a=%22%3E%3Cscript%3Ex%3C/script%3E")).Contains("<script>x", StringComparison.Ordinal) ? "a script" : null,
        ["a script for an exercise"] = async () => await ScriptOfAsync(await bob.HandInAsync("<script>x</script>", "TicketSale.cs", "class S;"u8.ToArray())),
        ["a script for a file's name"] = async () => await ScriptOfAsync(await bob.HandInAsync(null, "<script>x</script>.cs", "class S;"u8.ToArray())),
        ["a script for a time zone"] = async () => await ScriptOfAsync(await bob.PostAsync("/me", ("zone", "<script>x</script>"))),
        ["a script for a link"] = async () => await ScriptOfAsync(await bob.PostAsync("/in", ("code", "<script>x</script>"))),
        ["a link made for another host's name"] = async () =>
        {
            using var answer = await bob.SendAsync(HttpMethod.Get, "/in", null, [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https")]);
            return (await answer.Content.ReadAsStringAsync()).Contains("evil.example", StringComparison.Ordinal) ? "its name" : null;
        },
        ["hidden checks by another language or format"] = async () =>
        {
            var all = string.Concat(await Task.WhenAll(((string[])[$"/hand-ins/{hers}?lang=zh", $"/hand-ins/{hers}/report?lang=zh", $"/hand-ins/{hers}/state?all=1", $"/hand-ins/{hers}/report?teacher=1"]).Select(ann.TextAsync)));
            return all.Contains(Grades.Found + ServiceHost.Never, StringComparison.Ordinal) ? "a hidden check" : null;
        },
    };

    private static async Task<string?> ReachesAsync(Visitor visitor, string path)
    {
        var text = await visitor.TextAsync(path);
        return text.Contains(Secret, StringComparison.Ordinal) || text.Contains(Grades.Found, StringComparison.Ordinal) || text.Contains("isDone", StringComparison.Ordinal) || text.Contains("Ann Lee", StringComparison.Ordinal) ? text : null;
    }

    private static async Task<string?> ReachesRawAsync(Visitor visitor, string line) => await visitor.RawAsync(line) is var text && text.Contains(Secret, StringComparison.Ordinal) ? text : null;

    private async Task<string?> TeachersRawAsync(string line, string more = "") => await bob.RawAsync(line, more) is var text && text.Contains("Ann Lee", StringComparison.Ordinal) ? text : null;

    private async Task<string?> TeachersWithCookieAsync(string cookie)
    {
        using var visitor = host.Stranger();
        using var answer = await visitor.GetAsync("/teacher", ("Cookie", cookie));
        return answer.StatusCode == HttpStatusCode.OK ? "the class" : null;
    }

    private async Task<string?> SignsInAsync(string code)
    {
        using var visitor = host.Stranger();
        await visitor.PostAsync("/in", ("code", code));
        return await visitor.StatusAsync("/me") == HttpStatusCode.OK ? "a session" : null;
    }

    // Whether anything of people or marks is another than before.
    private async Task<string?> ChangesAsync(Func<Task<HttpResponseMessage>> post)
    {
        var before = await StateAsync();
        using var answer = await post();
        return await StateAsync() == before ? null : $"{answer.StatusCode}";
    }

    private Task<string> StateAsync() => host.ReadAsync(async c =>
        $"{await c.Overrides.CountAsync()} {await c.Extensions.CountAsync()} {await c.SignInLinks.CountAsync()} {await c.Audit.CountAsync()} {string.Join(' ', await c.People.Select(p => p.TimeZone).ToListAsync())}");

    private async Task<string?> TakenAsync(Func<Task<HttpResponseMessage>> handIn)
    {
        var before = await host.ReadAsync(c => c.HandIns.CountAsync());
        try
        {
            using var answer = await handIn();
        }
        catch (HttpRequestException)
        {
            // The server hung up.
        }

        return await host.ReadAsync(c => c.HandIns.CountAsync()) == before ? null : "it was taken";
    }

    private async Task<string?> HandsInForAnnAsync()
    {
        using var answer = await bob.HandInAsync(ServiceHost.Open, "TicketSale.cs", "class ForAnn;"u8.ToArray(), ("person", ServiceHost.Ann), ("personId", ServiceHost.Ann), ("PersonId", ServiceHost.Ann));
        return await host.ReadAsync(c => c.HandIns.CountAsync(h => h.PersonId == ServiceHost.Ann)) == 1 ? null : "a hand-in of hers";
    }

    private static async Task<string?> ScriptOfAsync(HttpResponseMessage answer)
    {
        using (answer)
            return (await answer.Content.ReadAsStringAsync()).Contains("<script>x", StringComparison.Ordinal) ? "a script" : null;
    }

    private static string Changed(string cookie) => cookie[..^5] + (cookie[^5] == 'A' ? 'B' : 'A') + cookie[^4..];
}
