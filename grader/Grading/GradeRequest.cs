using ExerciseKit.Grading.Submissions.Trees;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Grading;

/// <summary>What is to be graded, and how.</summary>
/// <param name="Path">A folder of exercise folders, one exercise folder, one <c>.cs</c> file, or a zip or tar of these.</param>
/// <param name="ExerciseIds">The exercises to grade; empty for those that are found.</param>
/// <param name="Seed">Seeds every random choice. Default 1.</param>
/// <param name="OutFile">Where the JSON result is written, check by check; null for nowhere.</param>
/// <param name="RequireSandbox">Whether a machine that can't keep the hand-in's processes in a sandbox is the grader's fault.</param>
/// <param name="RequireProof">Whether points are given for proofs alone, and none for what held only where it was sampled.</param>
public sealed record GradeRequest(string Path, IReadOnlyList<string> ExerciseIds, int Seed = 1, string? OutFile = null, bool RequireSandbox = false, bool RequireProof = false)
{
    /// <summary>Single files that are the hand-in, whose name the path is then; none where it lies at the path.</summary>
    public IReadOnlyList<GatheredFile> Files { get; init; } = [];

    /// <summary>The checks to look at, by their ids; none for all. What the others come to is not looked for, and no mark is to be made of it.</summary>
    public IReadOnlyList<string> CheckIds { get; init; } = [];

    internal SandboxDemand Demand => RequireSandbox ? SandboxDemand.Everything : SandboxDemand.WhatThereIs;
}
