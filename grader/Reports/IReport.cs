using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports;

/// <summary>Tells a result to somebody, in one format. It reads results and changes none.</summary>
public interface IReport
{
    /// <summary>Writes the whole result.</summary>
    void Write(GradeResult result);
}
