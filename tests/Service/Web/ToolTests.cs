using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

/// <summary><c>kit submit</c> and <c>kit admin</c>, as real processes.</summary>
[CancelAfter(600_000)]
[Category("Slow")]
public sealed class ToolTests
{
    private ServiceHost host = null!;
    private TemporaryFolder folder = null!;

    private string Server => host.Address.GetLeftPart(UriPartial.Authority);

    [SetUp]
    public async Task StartAsync() => (host, folder) = (await ServiceHost.StartAsync(), new TemporaryFolder());

    [TearDown]
    public async Task StopAsync()
    {
        folder.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task The_tool_signs_in_by_a_link_hands_in_and_stays_signed_in()
    {
        var file = folder.Write("TicketSale.cs", "class A;");
        var link = await host.LinkAsync(ServiceHost.Ann);

        var stranger = await KitAsync("submit", Server, "--file", file);
        var first = await KitAsync("submit", $"{Server}/in#{link}", "--file", file);
        folder.Write("TicketSale.cs", "class B;");
        var second = await KitAsync("submit", Server, "07", "--file", file);
        var same = await KitAsync("submit", Server, "07", "--file", file);

        Assert.That(stranger.ExitCode, Is.EqualTo(2));
        Assert.That(stranger.Error, Does.Contain("not signed in"));
        Assert.That(first.ExitCode, Is.Zero, first.Error);
        Assert.That(first.Output, Does.Contain($"Handed in. See {Server}/hand-ins/"));
        Assert.That(second.Output, Does.Contain("Handed in."));
        Assert.That(same.Output, Does.Contain("the same as you handed in before"));
        var rows = await host.ReadAsync(c => c.HandIns.AsNoTracking().ToListAsync());
        Assert.That(rows.Select(r => (r.PersonId, r.Way)), Is.EqualTo([(ServiceHost.Ann, HandInWay.Tool), (ServiceHost.Ann, HandInWay.Tool)]));
    }

    [Test]
    public async Task A_late_hand_in_by_the_tool_asks_for_late_and_a_refusal_is_told_in_the_server_s_words()
    {
        var file = folder.Write("Deadlock.cs", "class A;");
        var link = await host.LinkAsync(ServiceHost.Ann);

        var asked = await KitAsync("submit", $"{Server}/in#{link}", "19", "--file", file);
        var taken = await KitAsync("submit", Server, "19", "--file", file, "--late");
        var closed = await KitAsync("submit", Server, "01", "--file", file, "--late");

        Assert.That(asked.ExitCode, Is.EqualTo(2));
        Assert.That(asked.Error, Does.Contain("it uses 1 of your 3 late days").And.Contain("add --late"));
        Assert.That(taken.ExitCode, Is.Zero, taken.Error);
        Assert.That(closed.ExitCode, Is.EqualTo(2));
        Assert.That(closed.Error, Does.Contain("is closed"));
    }

    [Test]
    public async Task What_a_teacher_does_by_the_command_counts_while_the_server_runs_and_is_written_down()
    {
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        await host.GradeAsync(await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;"));

        var given = await AdminAsync("override", ServiceHost.Ann, ServiceHost.Open, "3.5", "--why", "the report was right");
        var extended = await AdminAsync("extend", ServiceHost.Ann, "2030-01-01T12:00", "--exercise", ServiceHost.Late, "--why", "was ill");
        var unreasoned = await AdminAsync("override", ServiceHost.Ann, ServiceHost.Open, "1");
        var marks = await AdminAsync("marks");
        var withdrawn = await AdminAsync("withdraw", given.Output.Trim(), "--why", "a mistake");
        var link = await AdminAsync("link", ServiceHost.Bob, "--address", Server);
        var regrade = await AdminAsync("regrade", "mended", "--why", "the check was wrong");
        var preview = await AdminAsync("preview", "mended");
        var export = await AdminAsync("export", Path.Combine(folder.Path, "class.zip"));
        var audit = await AdminAsync("audit");

        Assert.That(new[] { given, extended, marks, withdrawn, link, regrade, preview, export, audit }.Select(r => (r.ExitCode, r.Error)), Has.All.EqualTo((0, "")));
        Assert.That(unreasoned.ExitCode, Is.EqualTo(2));
        Assert.That(unreasoned.Error, Does.Contain("A reason is missing"));
        Assert.That(marks.Output, Does.Contain("ann,Ann Lee,ann@example.edu,3.5,"));
        Assert.That(audit.Output, Does.Contain("the report was right").And.Contain("a mistake").And.Contain("was ill"));
        Assert.That(preview.Output, Does.Contain("1 to come"));
        Assert.That(new FileInfo(Path.Combine(folder.Path, "class.zip")).Length, Is.Positive);
        using var bob = host.Stranger();
        using var signedIn = await bob.PostAsync("/in", ("code", link.Output.Trim()));
        Assert.That(signedIn.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Redirect));
    }

    private Task<KitRun> AdminAsync(params string[] args) => KitAsync(["admin", .. args, "--database", host.Database.File!, "--by", "teacher"]);

    private Task<KitRun> KitAsync(params string[] args) => KitProcess.RunAsync(folder.Path, new() { ["XDG_CONFIG_HOME"] = folder.Path }, [.. args, "--root", Repository.Root]);
}
