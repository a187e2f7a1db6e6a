using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>A result in another system's format.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="format">The format's name, one of <see cref="ResultFormats.Names"/>.</param>
/// <param name="context">What it needs beside the result.</param>
public sealed class FormatReport(TextWriter writer, string format, FormatContext context) : IReport
{
    public void Write(GradeResult result)
    {
        writer.Write(ResultFormats.Write(format, result, context));
        writer.Flush();
    }
}
