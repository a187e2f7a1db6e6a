using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Reports;

/// <summary>What a replay showed, for a student to read.</summary>
/// <param name="console">Where it is written; its width, colours and characters are respected.</param>
/// <param name="language">The language.</param>
public sealed class ReplayReport(IAnsiConsole console, Language language = Language.English)
{
    public void Write(ReplayResult result)
    {
        console.WriteLine();
        console.Write(new WithoutTrailingBlanks(new ReplayView(result, language).Render()));
        if (result.Sandbox is { } sandbox)
            console.Write(new WithoutTrailingBlanks(new PlainText(SandboxWords.Of(sandbox).In(language), Styles.Quiet)));
    }
}
