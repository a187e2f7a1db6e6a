using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Reports;

/// <summary>What a replay showed, for a student to read.</summary>
/// <param name="console">Where it is written; its width, colours and characters are respected.</param>
public sealed class ReplayReport(IAnsiConsole console)
{
    public void Write(ReplayResult result)
    {
        console.WriteLine();
        console.Write(new WithoutTrailingBlanks(new ReplayView(result).Render()));
        if (result.Sandbox is { } sandbox)
            console.Write(new WithoutTrailingBlanks(new PlainText(SandboxWords.Of(sandbox), Styles.Quiet)));
    }
}
