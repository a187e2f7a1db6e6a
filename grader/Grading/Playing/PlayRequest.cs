using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Playing;

/// <summary>What is to be played.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Path">The hand-in; null for the course's own solution.</param>
/// <param name="Check">The check's id; null for the first that breaks, else the first.</param>
/// <param name="Scenario">The scenario's number, from 1, or a part of its name; null for the one that breaks, else the first.</param>
/// <param name="Tier">The tier of time; null for the one that breaks, else the loose one.</param>
/// <param name="Seed">Seeds what varies. Default 1.</param>
/// <param name="RequireSandbox">Whether a machine that can't keep the hand-in's processes in a sandbox is the grader's fault.</param>
public sealed record PlayRequest(string Exercise, string? Path, string? Check = null, string? Scenario = null, Tier? Tier = null, int Seed = 1, bool RequireSandbox = false)
{
    /// <summary>Whether it is the program of the exercise's games that is played, whatever the path is.</summary>
    public bool IsGame { get; init; }
}
