using System.CommandLine;
using ExerciseKit.Exercises;

namespace ExerciseKit.Cli.Options;

/// <summary>In which language titles and hints are shown.</summary>
internal sealed class LanguageOption : Option<string>
{
    public LanguageOption()
        : base("--language")
    {
        Description = "The language of titles and hints.";
        DefaultValueFactory = _ => "en";
        this.AcceptOnlyFromAmong("en", "zh");
    }

    public string Of(LocalizedText text, ParseResult parsed) => parsed.GetValue(this) == "zh" ? text.Zh : text.En;
}
