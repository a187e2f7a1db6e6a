using System.CommandLine;

namespace ExerciseKit.Cli.Options;

/// <summary>The format of the result on standard output.</summary>
internal sealed class FormatOption : Option<string>
{
    /// <summary>For people.</summary>
    public const string Console = "console";

    public const string Json = "json";

    /// <summary>The JSON that kits before this one wrote, in English.</summary>
    public const string FormerJson = "json/1";

    /// <summary>What editors parse.</summary>
    public const string MSBuild = "msbuild";

    /// <param name="others">Formats besides those of every command that has a result.</param>
    public FormatOption(params string[] others)
        : base("--format")
    {
        Description = "The format of the result on standard output.";
        DefaultValueFactory = _ => Console;
        this.AcceptOnlyFromAmong([Console, Json, FormerJson, .. others]);
    }

    public string Of(ParseResult parsed) => parsed.GetRequiredValue(this);
}
