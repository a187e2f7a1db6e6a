using System.CommandLine;
using System.Globalization;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Online;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;
using ExerciseKit.Service;

namespace ExerciseKit.Cli.Serving;

/// <summary><c>kit admin ACTION …</c>: what a teacher's pages can do.</summary>
internal sealed class AdminCommand : Command
{
    private readonly Kit kit;
    private readonly Option<string> database = new("--database")
    {
        Description = "The server's database: its file, or a PostgreSQL server as \"Host=…\".",
        HelpName = "WHERE",
        Required = true,
        Recursive = true,
    };

    private readonly Option<string> by = new("--by") { Description = "Who is written down for the change. Default: kit admin.", HelpName = "NAME", Recursive = true, DefaultValueFactory = _ => "kit admin" };
    private readonly Option<string?> why = new("--why") { Description = "Why: it is written down with the change.", HelpName = "TEXT" };
    private readonly Option<string> address = new("--address") { Description = "What students write to get to the server, as https://kit.example.edu.", HelpName = "URL", Required = true };
    private readonly Option<string?> exercise = new("--exercise") { Description = "Only this exercise.", HelpName = "ID" };
    private readonly Argument<string> person = new("PERSON") { Description = "The student's id, as the roster has it." };
    private readonly Argument<string> name = new("NAME") { Description = "Its name." };

    public AdminCommand(Kit kit)
        : base("admin", "Does at a class's database what teachers do on their pages.")
    {
        this.kit = kit;
        Add(database);
        Add(by);
        Add(new AdminAction("teacher", "Makes a teacher's account, and a link to sign in by.", [name, address], async (parsed, admin, stop) => Tell(await admin.AddTeacherAsync(parsed.GetRequiredValue(name), Address(parsed), stop)), this));
        Add(new AdminAction("link", "Makes a link for somebody to sign in by, good once.", [person, address], async (parsed, admin, stop) => Tell(await admin.LinkAsync(parsed.GetRequiredValue(person), Address(parsed), stop)), this));
        var onlyNew = new Option<bool>("--only-new") { Description = "Only for who has never signed in." };
        Add(new AdminAction("links", "Makes a link for each student, as CSV for a serial letter.", [onlyNew, address], async (parsed, admin, stop) => Write(await admin.LinksAsync(parsed.GetValue(onlyNew), Address(parsed), stop)), this));
        Add(new AdminAction("revoke", "Ends all links and sessions of somebody.", [person, why], (parsed, admin, stop) => admin.RevokeAsync(parsed.GetRequiredValue(person), parsed.GetValue(why), stop), this));
        var due = new Argument<string>("DUE") { Description = "The time, as 2026-12-05T23:59, in the course's time zone." };
        Add(new AdminAction("extend", "Gives a student a later due time.", [person, due, exercise, why], async (parsed, admin, stop) => Tell($"{await admin.ExtendAsync(parsed.GetRequiredValue(person), parsed.GetValue(exercise), parsed.GetRequiredValue(due), parsed.GetValue(why), stop)}"), this));
        var (id, points) = (new Argument<string>("ID") { Description = "The exercise's id." }, new Argument<decimal>("POINTS") { Description = "The points." });
        Add(new AdminAction("override", "Gives points in the place of the checks'.", [person, id, points, why], async (parsed, admin, stop) => Tell($"{await admin.OverrideAsync(parsed.GetRequiredValue(person), parsed.GetRequiredValue(id), parsed.GetValue(points), parsed.GetValue(why), stop)}"), this));
        var what = new Argument<Guid>("WHICH") { Description = "What extend or override printed." };
        Add(new AdminAction("withdraw", "Takes an extension or an override back.", [what, why], (parsed, admin, stop) => admin.WithdrawAsync(parsed.GetValue(what), parsed.GetValue(why), stop), this));
        var (failed, check) = (new Option<bool>("--only-failed") { Description = "Only hand-ins with a check that did not pass." }, new Option<string?>("--check") { Description = "Only hand-ins that have this check, by its id or as EXERCISE/CHECK.", HelpName = "ID" });
        Add(new AdminAction("regrade", "Grades a set again beside the marks that stand.", [name, failed, exercise, check, why], async (parsed, admin, stop) =>
            Tell(await admin.RegradeAsync(parsed.GetRequiredValue(name), new RegradeChoice(parsed.GetValue(failed), parsed.GetValue(exercise), parsed.GetValue(check)), parsed.GetValue(why), stop) is var count ? count.ToString(CultureInfo.InvariantCulture) : ""), this));
        Add(new AdminAction("preview", "Tells what applying a regrading would change.", [name], async (parsed, admin, stop) => TellAll(parsed, await admin.PreviewAsync(parsed.GetRequiredValue(name), stop)), this));
        var neverLower = new Option<bool>("--never-lower") { Description = "A hand-in that would get less keeps what it has." };
        Add(new AdminAction("apply", "Puts a regrading's marks in the place of those that stand.", [name, neverLower, why], (parsed, admin, stop) => admin.ApplyAsync(parsed.GetRequiredValue(name), parsed.GetValue(neverLower), parsed.GetValue(why), stop), this));
        Add(new AdminAction("discard", "Forgets a regrading.", [name, why], (parsed, admin, stop) => admin.DiscardAsync(parsed.GetRequiredValue(name), parsed.GetValue(why), stop), this));
        var (course, take) = (new Argument<string>("COURSE") { Description = "The course's file." }, new Option<bool>("--take") { Description = "Takes it; else only what would change is told." });
        Add(new AdminAction("course", "Tells what a changed course's file would change, or takes it.", [course, take], async (parsed, admin, stop) => TellAll(parsed, await admin.CourseAsync(parsed.GetRequiredValue(course), parsed.GetValue(take), stop)), this));
        Add(new AdminAction("queue", "Tells how the queue stands.", [], async (parsed, admin, stop) => Tell(kit.Say(await admin.QueueAsync(stop), parsed)), this));
        Add(new AdminAction("marks", "Prints each student's marks with their reasons, as CSV.", [], async (_, admin, stop) => Write(await admin.MarksAsync(stop)), this));
        Add(new AdminAction("audit", "Prints every change that was made, as CSV.", [], async (_, admin, stop) => Write(await admin.AuditAsync(stop)), this));
        var zip = new Argument<string>("ZIP") { Description = "The zip to write." };
        Add(new AdminAction("export", "Writes all that is kept of the class into a zip.", [zip], ExportAsync(zip), this));
    }

    /// <summary>Opens the database that a command line names.</summary>
    public Task<Administration> OpenAsync(ParseResult parsed, CancellationToken cancellation) =>
        Administration.OpenAsync(parsed.GetRequiredValue(database), kit.Catalog(parsed), parsed.GetRequiredValue(by), cancellation);

    private static Func<ParseResult, Administration, CancellationToken, Task> ExportAsync(Argument<string> zip) => async (parsed, admin, stop) =>
    {
        var path = parsed.GetRequiredValue(zip);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await admin.ExportAsync(file, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(($"{path} can't be written: {e.Message} Name a file that is not there yet.", $"{path} 无法写入：“{e.Message}”请指定一个还不存在的文件。"));
        }
    };

    private Uri Address(ParseResult parsed) => Uri.TryCreate(parsed.GetRequiredValue(address), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        ? uri
        : throw new BadInputException(SubmitTexts.NoAddress(parsed.GetRequiredValue(address)));

    private void TellAll(ParseResult parsed, IEnumerable<LocalizedText> lines)
    {
        foreach (var line in lines)
            Tell(kit.Say(line, parsed));
    }

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));

    // What machines read has no layout.
    private void Write(string text) => kit.Terminal.Raw.Write(text);
}
