using System.CommandLine;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Cli.Classes;

/// <summary>A folder of a class's results.</summary>
internal sealed class ResultsArgument : Argument<string>
{
    public ResultsArgument(string name = "RESULTS")
        : base(name) => Description = "The results of `kit grade-all`.";

    /// <summary>Takes the folder for oneself.</summary>
    /// <exception cref="BadInputException">There are no results, or somebody else has it.</exception>
    public ResultsFolder Open(ParseResult parsed) => Open(parsed.GetRequiredValue(this));

    /// <inheritdoc cref="Open(ParseResult)"/>
    public static ResultsFolder Open(string path)
    {
        if (!Directory.Exists(path))
            throw new BadInputException($"{path} is not there. Name the folder that `kit grade-all --out` wrote.");
        var folder = ResultsFolder.Open(path);
        if (folder.Identity is not null)
            return folder;
        folder.Dispose();
        throw new BadInputException($"{path} holds no results. Name the folder that `kit grade-all --out` wrote.");
    }
}
