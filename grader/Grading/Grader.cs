using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading;

/// <summary>Grades a hand-in.</summary>
/// <param name="root">The kit's root folder, which holds <c>exercises/</c>.</param>
public sealed class Grader(string root)
{
    /// <summary>Grades, telling what it does as it goes.</summary>
    /// <exception cref="BadInputException">There is nothing to grade at the path.</exception>
    public Task<GradeResult> GradeAsync(GradeRequest request, IProgress<GradeProgress>? progress, CancellationToken cancellation) =>
        throw new GraderFaultException($"Grading {request.Path} under {root} is not built yet.");
}
