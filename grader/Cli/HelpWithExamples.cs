using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Terminals;

namespace ExerciseKit.Cli;

/// <summary>The usual help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const string ExitCodes =
        """
        Exit codes:
          0    every check passed
          1    some check failed
          2    the command line, or what it names, can't be used
          3    the grader failed; no mark may be drawn
          130  cancelled
        """;

    private readonly HelpAction help;

    public HelpWithExamples(HelpAction help, Terminal terminal)
    {
        this.help = help;
        help.MaxWidth = terminal.Output.Profile.Width;
    }

    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is KitCommand command)
        {
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
                output.WriteLine($"  {example}");
            if (command.ExitCodes is { } exitCodes)
                output.WriteLine($"\n{exitCodes}");
        }
        else
        {
            output.WriteLine(ExitCodes);
        }

        return exitCode;
    }
}
