using System.CommandLine;
using ExerciseKit.Reports;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit schema</c></summary>
internal sealed class SchemaCommand : KitCommand
{
    private readonly Kit kit;

    public SchemaCommand(Kit kit)
        : base("schema", "Prints the JSON Schema of the result that `kit grade --format json` gives.", "kit schema > exercisekit.result.1.schema.json") =>
        this.kit = kit;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await kit.Terminal.Raw.WriteAsync(ResultSchema.Text());
        return ExitCode.Passed;
    }
}
