using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports;

/// <summary>The result as JSON, of the format that <see cref="ResultSchema"/> describes.</summary>
public sealed class JsonReport(TextWriter writer) : IReport
{
    public void Write(GradeResult result)
    {
        writer.Write(ResultJson.Write(result));
        writer.Flush();
    }
}
