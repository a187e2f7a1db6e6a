using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ExerciseKit.Cli.Classes;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Online;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;

namespace ExerciseKit.Cli;

/// <summary>The command <c>kit</c>: what its subcommands share, and how a command line becomes one of them.</summary>
internal sealed partial class KitRootCommand : RootCommand
{
    // After Ctrl-C, what grading needs to end its processes and remove its folders.
    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(10);

    private readonly Terminal terminal;
    private readonly Kit kit;
    private readonly WatchCommand watch;

    public KitRootCommand(Terminal terminal)
        : base("Grades exercises in multi-process programming: it explores the interleavings of a hand-in and explains what breaks it.")
    {
        this.terminal = terminal;
        kit = new Kit(terminal);
        Add(kit.RootOption);
        Add(kit.LanguageOption);
        Add(new InitCommand(kit));
        Add(watch = new WatchCommand(kit));
        Add(new ListCommand(kit));
        Add(new NextCommand(kit));
        Add(new CheckCommand(kit));
        Add(new GradeCommand(kit));
        Add(new GradeAllCommand(kit));
        Add(new RegradeCommand(kit));
        Add(new CompareCommand(kit));
        Add(new ApplyCommand(kit));
        Add(new DiscardCommand(kit));
        Add(new SimilarCommand(kit));
        AddForServers(kit);
        Add(new ReportCommand(kit));
        Add(new PlayCommand(kit));
        Add(new RunCommand(kit));
        Add(new HintCommand(kit));
        Add(new SolutionCommand(kit));
        Add(new ReplayCommand(kit));
        Add(new ResetCommand(kit));
        Add(new UpdateCommand(kit));
        Add(new PackCommand(kit));
        Add(new UnpackCommand(kit));
        Add(new SubmitCommand(kit));
        AddForAuthors(kit);
        Add(new SchemaCommand(kit));
        Add(new DoctorCommand(kit));
        Add(new LocateCommand(kit));
        Add(new AnswerCommand(kit));
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal, kit.Language);
        SetAction((parsed, cancellation) => WatchCommand.IsPossible(kit) ? watch.WatchAsync(parsed, id: null, cancellation) : Task.FromResult(TellHelp(help, parsed)));
    }

    /// <summary>In which language the command line that was run last wants to be answered.</summary>
    public Language Language { get; private set; }

    /// <summary>Runs a command line and gives the exit code.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Language = kit.Language(parsed);
        // A play takes Ctrl-C for itself: the first ends the search, not the play.
        TimeSpan? timeToCleanUp = parsed.CommandResult.Command is PlayCommand ? null : TimeToCleanUp;
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = timeToCleanUp, Output = terminal.Raw };
        if (parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync(configuration);

        foreach (var complaint in Complaints(parsed).Select(c => c.In(Language)))
            terminal.Complain(complaint);
        terminal.Complain(Language.Say($"See `{CommandLineOf(parsed.CommandResult.Command)} --help`.", $"请看 `{CommandLineOf(parsed.CommandResult.Command)} --help`。"));
        return ExitCode.BadInput;
    }

    // Nobody sits at a terminal: what could be meant is told, and it is no success.
    private static int TellHelp(HelpOption help, ParseResult parsed)
    {
        ((SynchronousCommandLineAction)help.Action!).Invoke(parsed);
        return ExitCode.BadInput;
    }

    /// <summary>The commands for who runs a class's server: the tool that students install leaves them out.</summary>
    partial void AddForServers(Kit kit);

    /// <summary>The commands for who writes exercises: the tool that students install leaves them out.</summary>
    partial void AddForAuthors(Kit kit);

    private IEnumerable<LocalizedText> Complaints(ParseResult parsed) =>
        parsed.CommandResult.Command == this && parsed.UnmatchedTokens is [[not '-', ..] unknown, ..]
            ? [NoCommand(unknown, [.. Subcommands.Where(c => !c.Hidden).Select(c => c.Name)])]
            : parsed.Errors.Select(e => Misused(string.Join(' ', e.Message.Split('\n', StringSplitOptions.TrimEntries))));

    private static LocalizedText NoCommand(string unknown, IReadOnlyList<string> known) => (
        $"There is no command \"{unknown}\". There are: {string.Join(", ", known)}.",
        $"没有命令 \"{unknown}\"。现有的命令：{string.Join("，", known)}。");

    // What the library finds wrong it says in English.
    private static LocalizedText Misused(string how) => (how, $"命令行有误：“{how}”");

    private string CommandLineOf(Command command) => command == this ? "kit" : $"kit {command.Name}";
}
