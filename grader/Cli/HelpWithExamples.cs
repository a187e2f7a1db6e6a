using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;

namespace ExerciseKit.Cli;

/// <summary>The usual help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction help;
    private readonly Func<ParseResult, Language> languageOf;

    public HelpWithExamples(HelpAction help, Terminal terminal, Func<ParseResult, Language> languageOf)
    {
        (this.help, this.languageOf) = (help, languageOf);
        help.MaxWidth = terminal.Output.Profile.Width;
    }

    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var language = languageOf(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var exitCode = language == Language.Chinese ? TellInChinese(parseResult) : help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is KitCommand command)
        {
            output.WriteLine(HelpTexts.Examples.In(language));
            foreach (var example in command.Examples)
                output.WriteLine($"  {example}");
            if (command.ExitCodes is { } exitCodes)
                output.WriteLine($"\n{exitCodes.In(language)}");
        }
        else
        {
            output.WriteLine(HelpTexts.ExitCodes.In(language));
        }

        return exitCode;
    }

    private int TellInChinese(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        using var told = new StringWriter();
        HelpTexts.Describe(parsed.CommandResult.Command);
        parsed.InvocationConfiguration.Output = told;
        var exitCode = help.Invoke(parsed);
        parsed.InvocationConfiguration.Output = output;
        output.Write(HelpTexts.InChinese(told.ToString()));
        return exitCode;
    }
}
