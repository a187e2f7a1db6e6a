using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;

namespace ExerciseKit.Tests.Reports;

public sealed class JsonReportTests
{
    [Test]
    public Task A_violation_is_written_whole() => Verify(Json(SampleResults.Violation).TrimEnd('\n'), "json");

    [Test]
    public Task A_fault_is_written_with_what_was_finished() => Verify(Json(SampleResults.Fault).TrimEnd('\n'), "json");

    private static string Json(GradeResult result)
    {
        var writer = new StringWriter();
        new JsonReport(writer).Write(result);
        return writer.ToString();
    }
}
