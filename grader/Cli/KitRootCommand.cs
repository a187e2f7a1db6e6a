using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Terminals;

namespace ExerciseKit.Cli;

/// <summary>The command <c>kit</c>: what its subcommands share, and how a command line becomes one of them.</summary>
internal sealed class KitRootCommand : RootCommand
{
    // After Ctrl-C, what grading needs to end its processes and remove its folders.
    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(10);

    private readonly Terminal terminal;

    public KitRootCommand(Terminal terminal)
        : base("Grades exercises in multi-process programming: it explores the interleavings of a hand-in and explains what breaks it.")
    {
        this.terminal = terminal;
        var kit = new Kit(terminal);
        Add(kit.RootOption);
        Add(new ListCommand(kit));
        Add(new CheckCommand(kit));
        Add(new GradeCommand(kit));
        Add(new RunCommand(kit));
        Add(new HintCommand(kit));
        Add(new ReplayCommand(kit));
        Add(new VerifyCommand(kit));
        Add(new NewCommand(kit));
        Add(new SchemaCommand(kit));
        Add(new DoctorCommand(kit));
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
    }

    /// <summary>Runs a command line and gives the exit code.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToCleanUp, Output = terminal.Raw };
        if (parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync(configuration);

        foreach (var complaint in Complaints(parsed))
            terminal.Complain(complaint);
        terminal.Complain($"See `{CommandLineOf(parsed.CommandResult.Command)} --help`.");
        return ExitCode.BadInput;
    }

    private IEnumerable<string> Complaints(ParseResult parsed) =>
        parsed.CommandResult.Command == this && parsed.UnmatchedTokens is [[not '-', ..] unknown, ..]
            ? [$"There is no command \"{unknown}\". There are: {string.Join(", ", Subcommands.Select(c => c.Name))}."]
            : parsed.Errors.Select(e => string.Join(' ', e.Message.Split('\n', StringSplitOptions.TrimEntries)));

    private string CommandLineOf(Command command) => command == this ? "kit" : $"kit {command.Name}";
}
