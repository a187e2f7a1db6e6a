using System.CommandLine;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Classes.Results;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Classes;

/// <summary><c>kit compare A B</c></summary>
internal sealed class CompareCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ResultsArgument before = new("A");
    private readonly Argument<string> after = new("B") { Description = "The name of a regrading of A, or other results." };
    private readonly Option<string> format = new("--format") { Description = "How it is told.", DefaultValueFactory = _ => "text" };

    public CompareCommand(Kit kit)
        : base("compare", "Tells which marks differ between two gradings of the same hand-ins, and why.", "kit compare results mended", "kit compare results mended --format html > changed.html")
    {
        this.kit = kit;
        format.AcceptOnlyFromAmong("text", "csv", "html");
        Add(before);
        Add(after);
        Add(format);
    }

    public override LocalizedText ExitCodes => LocalizedText.Same(
        """
        Exit codes:
          0    no mark differs
          1    some mark differs
          2    the command line, or what it names, can't be used
          3    a hand-in came out otherwise though nothing had changed
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var one = before.Open(parsed);
        var named = parsed.GetRequiredValue(after);
        using var other = Directory.Exists(named) ? ResultsArgument.Open(named) : new Regradings(one).Open(named);
        var comparison = MarkComparison.Of(Of(one), Of(other));
        var report = new ComparisonReport(comparison);
        await kit.Terminal.Raw.WriteAsync(parsed.GetValue(format) switch
        {
            "csv" => report.Csv(),
            "html" => report.Page(),
            _ => report.Text(),
        });
        if (comparison.Alarms.Count > 0)
            return ExitCode.GraderFault;
        return comparison.Changes.Count == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static (ResultsIdentity Identity, IReadOnlyDictionary<string, HandInRecord> Records) Of(ResultsFolder folder) => (folder.Identity!, folder.Records);
}
