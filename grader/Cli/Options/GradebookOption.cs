using System.CommandLine;
using ExerciseKit.Classes.Gradebooks;

namespace ExerciseKit.Cli.Options;

/// <summary>Whose columns gradebook.csv has.</summary>
internal sealed class GradebookOption : Option<string>
{
    public GradebookOption()
        : base("--gradebook")
    {
        Description = "Whose columns gradebook.csv has.";
        DefaultValueFactory = _ => "plain";
        this.AcceptOnlyFromAmong([.. Enum.GetNames<GradebookFormat>().Select(n => n.ToLowerInvariant())]);
    }

    public GradebookFormat Of(ParseResult parsed) => Enum.Parse<GradebookFormat>(parsed.GetRequiredValue(this), ignoreCase: true);
}
