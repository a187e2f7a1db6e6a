using ExerciseKit.Playing;
using ExerciseKit.Reports;

namespace ExerciseKit.Tests.Cli;

public sealed class SchemaTests
{
    [TestCase("result")]
    [TestCase("play")]
    [CancelAfter(60_000)]
    public async Task A_schema_is_printed_as_it_stands(string what)
    {
        var run = await KitProcess.RunAsync(Path.GetTempPath(), "schema", what);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Is.EqualTo(what == "play" ? PlaySchema.Text() : ResultSchema.Text()));
    }
}
