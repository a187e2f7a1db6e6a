using System.CommandLine;
using System.Net;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Online;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;
using ExerciseKit.Service.Running;

namespace ExerciseKit.Cli.Serving;

/// <summary><c>kit serve COURSE</c></summary>
internal sealed class ServeCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ServiceSettings settings = new();

    private readonly Argument<string> course = new("COURSE")
    {
        Description = "The course's rules, course.json: exercises, due times, the roster. `kit schema course` prints its schema.",
    };

    private readonly Option<string> folder = ServiceSettings.FolderOption();

    private readonly Option<string> listen = new("--listen")
    {
        Description = "The address to be served at.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:8080",
    };

    private readonly Option<string?> address = new("--address") { Description = "What students write to get to the server, as https://kit.example.edu.", HelpName = "URL" };
    private readonly Option<string[]> proxies = new("--proxy") { Description = "A proxy's address, whose word on where a request came from is taken; may be given several times. Default: none.", HelpName = "IP" };
    private readonly Option<bool> takeCourse = new("--take-course") { Description = "Takes the course's file as it is now, where it has changed since it was taken. Without this the difference is shown." };
    private readonly Option<bool> noGrading = new("--no-grading") { Description = "Grades nothing itself: `kit work` does, on this machine or others." };

    public ServeCommand(Kit kit)
        : base(
            "serve",
            "Serves a class on line: takes hand-ins, grades them, and keeps all in a folder or on a PostgreSQL server.",
            "kit serve course.json",
            "kit serve course.json --database \"Host=db.example.edu;Database=kit;Username=kit\" --no-grading")
    {
        this.kit = kit;
        Add(course);
        Add(folder);
        settings.AddTo(this);
        Add(listen);
        Add(address);
        Add(proxies);
        Add(takeCourse);
        Add(noGrading);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    it was told to end
          2    the command line, or what it names, can't be used
        """,
        """
        退出码：
          0    按要求结束
          2    命令行，或其中指定的东西，无法使用
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = settings.Of(parsed, parsed.GetRequiredValue(folder), grades: !parsed.GetValue(noGrading));
        var serving = new ServeOptions(parsed.GetRequiredValue(course), parsed.GetRequiredValue(listen), parsed.GetValue(takeCourse)) { PublicAddress = Address(parsed), Proxies = [.. (parsed.GetValue(proxies) ?? []).Select(Proxy)] };
        await new ServeHost(kit.Catalog(parsed), options, serving, words => kit.Terminal.Output.Write(new PlainText(kit.Say(words, parsed) + "\n"))).RunAsync(cancellation);
        return ExitCode.Passed;
    }

    private Uri? Address(ParseResult parsed) => parsed.GetValue(address) switch
    {
        null => null,
        var said when Uri.TryCreate(said, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" => new Uri(said),
        var said => throw new BadInputException(SubmitTexts.NoAddress(said)),
    };

    private static IPAddress Proxy(string said) => IPAddress.TryParse(said, out var ip) ? ip : throw new BadInputException((
        $"--proxy {said} is no address. Write it as 10.0.0.7 or ::1; a name could be anybody's.",
        $"--proxy {said} 不是地址。请写成 10.0.0.7 或 ::1 的形式；主机名可能被冒用。"));
}
