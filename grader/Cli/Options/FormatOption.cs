using System.CommandLine;

namespace ExerciseKit.Cli.Options;

/// <summary>The format of the result on standard output.</summary>
internal sealed class FormatOption : Option<string>
{
    public const string Json = "json";

    public FormatOption()
        : base("--format")
    {
        Description = "The format of the result on standard output.";
        DefaultValueFactory = _ => "console";
        this.AcceptOnlyFromAmong("console", Json);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(this) == Json;
}
