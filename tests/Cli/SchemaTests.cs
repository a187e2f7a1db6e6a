using ExerciseKit.Reports;

namespace ExerciseKit.Tests.Cli;

public sealed class SchemaTests
{
    [Test, CancelAfter(60_000)]
    public async Task The_schema_is_printed_as_it_stands()
    {
        var run = await KitProcess.RunAsync(Path.GetTempPath(), "schema");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Is.EqualTo(ResultSchema.Text()));
    }
}
