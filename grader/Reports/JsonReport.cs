using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports;

/// <summary>The result as JSON, of the format that <see cref="ResultSchema"/> describes.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="isFormer">Whether it is written in format 1.</param>
public sealed class JsonReport(TextWriter writer, bool isFormer = false) : IReport
{
    public void Write(GradeResult result)
    {
        writer.Write(isFormer ? FormerResult.Write(result) : ResultJson.Write(result));
        writer.Flush();
    }
}
