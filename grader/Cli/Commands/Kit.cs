using System.CommandLine;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Cli.Commands;

/// <summary>What every command works on: the terminal and the kit's folder.</summary>
internal sealed class Kit(Terminal terminal)
{
    public Option<string?> RootOption { get; } = new("--root")
    {
        Description = "The folder that holds exercises/. Default: the nearest one above the working directory, else the tool's own.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Terminal Terminal => terminal;

    /// <exception cref="BadInputException">There is no kit there.</exception>
    public string Root(ParseResult parsed) =>
        KitRoot.Find(parsed.GetValue(RootOption), Environment.CurrentDirectory, AppContext.BaseDirectory);

    /// <exception cref="BadInputException">There is no kit there, or its exercises can't be read.</exception>
    public ExerciseCatalog Catalog(ParseResult parsed) => ExerciseCatalog.Load(Root(parsed));
}
