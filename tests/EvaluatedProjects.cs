using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests;

/// <summary>Evaluates every exercise's project before the tests begin.</summary>
/// <remarks>
/// An evaluation changes the environment of the whole process while it lasts, which nothing may run beside; what it finds
/// is kept, so that none is needed later but in the tests of evaluation itself.
/// </remarks>
[SetUpFixture]
public sealed class EvaluatedProjects
{
    [OneTimeSetUp]
    public void Evaluate()
    {
        var evaluator = new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser());
        foreach (var exercise in ExerciseCatalog.Load(Repository.Root).Exercises)
            evaluator.Evaluate(exercise, CancellationToken.None);
        Compilers.Evaluator.Evaluate(Compilers.Greeting, CancellationToken.None);
    }
}
