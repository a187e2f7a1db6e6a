using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Replay;

/// <summary>All that it takes to run one interleaving of one hand-in again; <see cref="ReplayTokenText"/> is its written form.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Check">The id of the check that the interleaving breaks.</param>
/// <param name="SubmissionHash">The beginning of the hash of the exercise's files.</param>
/// <param name="Seed">What the processes' random numbers were seeded with.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Tier">How time behaves.</param>
/// <param name="Verdict">What it led to.</param>
/// <param name="Steps">The choices, with what is expected of each.</param>
/// <param name="Chance">Under which value of chance, from 0.</param>
public sealed record ReplayToken(
    string Exercise,
    string Check,
    string SubmissionHash,
    int Seed,
    string Scenario,
    Tier Tier,
    Verdict Verdict,
    EquatableArray<ReplayStep> Steps,
    int Chance = 0)
{
    /// <summary>64 bits: enough to tell hand-ins apart, and a shorter token.</summary>
    private const int HashDigits = 16;

    /// <summary>The part of a hash that a token keeps.</summary>
    public static string Shorten(string submissionHash) => submissionHash[..Math.Min(HashDigits, submissionHash.Length)];

    /// <summary>Whether it was made of files with this hash.</summary>
    public bool IsOf(string submissionHash) => Shorten(submissionHash) == SubmissionHash;

    /// <summary>The steps of a trace, as far as they matter.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="count">How many of its steps it takes to show the fault.</param>
    public static EquatableArray<ReplayStep> StepsOf(Trace trace, int count) =>
        trace.Choices.Zip(trace.Steps).Take(count)
            .Select(made => new ReplayStep(made.First, ShortForm.Of(made.Second.Before, made.First)))
            .ToEquatableArray();
}

/// <summary>One step of a replay.</summary>
/// <param name="Choice">What happens.</param>
/// <param name="Operation">The operation that its process must be waiting for then, in short; empty for a process that waits for none.</param>
public sealed record ReplayStep(Choice Choice, string Operation);
