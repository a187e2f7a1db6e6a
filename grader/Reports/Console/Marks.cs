using ExerciseKit.Contract.Results;
using Spectre.Console;

namespace ExerciseKit.Reports.Console;

/// <summary>The sign in front of a check.</summary>
internal sealed record Marks(string Passed, string Failed, string Error)
{
    public static Marks For(IAnsiConsole console) =>
        console.Profile.Capabilities.Unicode ? new("✓", "✗", "!") : new("ok", "no", "!");

    public string Of(CheckStatus status) => status switch
    {
        CheckStatus.Passed => Passed,
        CheckStatus.Failed => Failed,
        CheckStatus.Pending => "-",
        _ => Error,
    };
}
