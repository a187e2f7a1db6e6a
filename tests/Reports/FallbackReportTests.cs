using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;

namespace ExerciseKit.Tests.Reports;

public sealed class FallbackReportTests
{
    [Test]
    public void A_report_that_fails_loses_no_result()
    {
        var writer = new StringWriter();
        Exception? told = null;

        new FallbackReport(new Broken(), new JsonReport(writer), e => told = e).Write(SampleResults.Violation);

        Assert.That(told, Is.InstanceOf<FormatException>());
        Assert.That(writer.ToString(), Is.EqualTo(ResultJson.Write(SampleResults.Violation)));
    }

    [Test]
    public void A_report_that_works_is_the_only_one_written()
    {
        var writer = new StringWriter();
        var fallback = new StringWriter();

        new FallbackReport(new JsonReport(writer), new JsonReport(fallback), _ => Assert.Fail("It did not fail.")).Write(SampleResults.Passed);

        Assert.That(writer.ToString(), Is.Not.Empty);
        Assert.That(fallback.ToString(), Is.Empty);
    }

    private sealed class Broken : IReport
    {
        public void Write(GradeResult result) => throw new FormatException("broken");
    }
}
