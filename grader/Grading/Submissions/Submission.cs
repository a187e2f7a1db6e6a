using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Grading.Submissions;

/// <summary>A hand-in, as far as it counts: the student's files and nothing else.</summary>
/// <param name="Exercises">The exercises to grade, in order of their ids; those asked for and absent are among them.</param>
/// <param name="Hash">SHA-256 of the student's files, in hexadecimal; the same however they were packed.</param>
internal sealed record Submission(EquatableArray<SubmittedExercise> Exercises, string Hash);

/// <summary>What was handed in for one exercise.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Files">Those files of the student's that the exercise lists, in order of their names.</param>
/// <param name="Problems">Why it scores 0 without being compiled; empty when it can be.</param>
internal sealed record SubmittedExercise(
    Exercise Exercise,
    EquatableArray<SourceFile> Files,
    EquatableArray<SubmissionProblem> Problems)
{
    /// <summary>Source files of the student's own beside them, in order of their names.</summary>
    public EquatableArray<SourceFile> Own { get; init; } = [];

    /// <summary>What was taken otherwise than handed in, or not at all, and why: a sentence each, for the student.</summary>
    public EquatableArray<LocalizedText> Remarks { get; init; } = [];

    public bool CanCompile => Problems.Count == 0;
}

/// <summary>What is wrong with one of the student's files.</summary>
/// <param name="File">Its name, relative to the exercise's folder.</param>
/// <param name="Message">What is wrong, with which value, and what to do next; for the student.</param>
internal sealed record SubmissionProblem(string File, LocalizedText Message);
