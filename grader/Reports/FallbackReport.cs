using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports;

/// <summary>Writes a result with another report when the first one fails, so that a report's fault never loses a result.</summary>
/// <param name="report">The report that was asked for.</param>
/// <param name="fallback">The one that takes its place.</param>
/// <param name="failed">Told what went wrong with the first.</param>
public sealed class FallbackReport(IReport report, IReport fallback, Action<Exception> failed) : IReport
{
    public void Write(GradeResult result)
    {
        try
        {
            report.Write(result);
        }
        // Whatever a report may throw, the marks stand already and must reach somebody.
        catch (Exception exception) when (exception is not OutOfMemoryException and not UnwritableOutputException)
        {
            failed(exception);
            fallback.Write(result);
        }
    }
}
