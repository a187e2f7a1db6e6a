using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Checking;

/// <summary>What searching all schedules of a check's scenarios came to.</summary>
internal abstract record Proof;

/// <summary>It holds, or it does not, or the result says why that could not be told.</summary>
internal sealed record Decided(CheckResult Result) : Proof;

/// <summary>The program is not deterministic: nothing can be proved about it, whatever sampling finds.</summary>
/// <param name="Reason">Where that showed, in words for the student.</param>
internal sealed record Unprovable(LocalizedText Reason) : Proof;
