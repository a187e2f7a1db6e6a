using ExerciseKit.Contract;

namespace ExerciseKit.Classes;

/// <summary>How a class is graded.</summary>
/// <param name="ExerciseIds">The exercises to grade, handed in or not; empty for those that each hand-in holds.</param>
/// <param name="Seed">Seeds every random choice. Default 1.</param>
/// <param name="RequireProof">Whether points are given for proofs alone.</param>
/// <param name="RequireSandbox">Whether a machine that can't keep hand-ins' processes in a sandbox is the grader's fault.</param>
/// <param name="Jobs">How many hand-ins are graded at once. Default 1.</param>
public sealed record ClassRequest(EquatableArray<string> ExerciseIds, int Seed = 1, bool RequireProof = false, bool RequireSandbox = false, int Jobs = 1)
{
    /// <summary>The course's name; null where none is given.</summary>
    public string? Course { get; init; }
}
