using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Session;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Commands;

/// <summary>What every command works on: the terminal, the language, the course and the student's folder.</summary>
internal sealed class Kit(Terminal terminal)
{
    public Option<string?> RootOption { get; } = new("--root")
    {
        Description = "The folder that holds exercises/. Default: the nearest one above the working directory, else the tool's own.",
        HelpName = "DIR",
        Recursive = true,
    };

    public LanguageOption LanguageOption { get; } = new();

    public Terminal Terminal => terminal;

    /// <summary>Where the tool's own assemblies lie.</summary>
    public static string ToolFolder => AppContext.BaseDirectory;

    /// <exception cref="BadInputException">There is no kit there.</exception>
    public string Root(ParseResult parsed) => Place(parsed).Course.Root;

    /// <exception cref="BadInputException">There is no kit there, or its exercises can't be read.</exception>
    public ExerciseCatalog Catalog(ParseResult parsed) => Place(parsed).Course;

    /// <summary>The course, and the student's folder where there is one.</summary>
    /// <exception cref="BadInputException">There is no course, or it can't be read.</exception>
    public Workplace Place(ParseResult parsed)
    {
        var place = Workplace.Find(parsed.GetValue(RootOption), Environment.CurrentDirectory, ToolFolder);
        if (place is { Folder: { } folder, IsCourseItself: false })
            ToolReference.TryWrite(folder, ToolFolder);
        return place;
    }

    /// <summary>What was solved in a student's folder.</summary>
    public ProgressBook Book(Workplace place, ParseResult parsed) =>
        new(place.Student, complaint => terminal.Complain(complaint.In(Language(parsed))));

    public Language Language(ParseResult parsed) => LanguageOption.Of(parsed);

    public string Say(LocalizedText text, ParseResult parsed) => text.In(Language(parsed));
}
