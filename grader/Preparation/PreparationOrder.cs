using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Preparation;

/// <summary>All that preparing a hand-in depends on; whoever has it needs neither the kit's folders nor the student's.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Invocation">How its project calls the compiler.</param>
/// <param name="Given">The exercise's own files that are compiled with the student's.</param>
/// <param name="Files">The student's files that the exercise lists.</param>
public sealed record PreparationOrder(Exercise Exercise, CompilerInvocation Invocation, EquatableArray<SourceFile> Given, EquatableArray<SourceFile> Files)
{
    /// <summary>Files of the student's own beside them.</summary>
    public EquatableArray<SourceFile> Own { get; init; } = [];

    /// <summary>Gathers it.</summary>
    /// <exception cref="GraderFaultException">The exercise's own files are not there, or its project does not evaluate.</exception>
    public static PreparationOrder For(Exercise exercise, EquatableArray<SourceFile> files, ProjectEvaluator evaluator, CancellationToken cancellation) => new(
        exercise,
        evaluator.Evaluate(exercise, cancellation),
        exercise.Given.Where(name => name != Exercise.ProgramFile).Select(name => GivenFile(exercise, name)).ToEquatableArray(),
        files);

    private static SourceFile GivenFile(Exercise exercise, string name)
    {
        try
        {
            return new SourceFile(name, File.ReadAllBytes(Path.Combine(exercise.Folder, name)));
        }
        catch (IOException e)
        {
            throw new GraderFaultException($"{name}, a file given with {exercise.Id}, can't be read: {e.Message} Restore it from the kit.", e);
        }
    }
}
