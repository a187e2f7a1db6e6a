using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests;

/// <summary>Evaluates every exercise's project before the tests begin.</summary>
/// <remarks>
/// An evaluation changes the environment of the whole process while it lasts, which nothing may run beside; what it finds
/// is kept, so that none is needed later but in the tests of evaluation itself. Where the user's own folder keeps nothing,
/// it is kept in one of the tests' own.
/// </remarks>
[SetUpFixture]
public sealed class EvaluatedProjects
{
    private DirectoryInfo? own;

    [OneTimeSetUp]
    public void Evaluate()
    {
        if (EvaluationCache.ForUser().Refusal() is not null)
        {
            own = Directory.CreateTempSubdirectory("exercisekit-test-cache-");
            Environment.SetEnvironmentVariable(EvaluationCache.Variable, own.FullName);
        }

        var evaluator = new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser());
        foreach (var exercise in ExerciseCatalog.Load(Repository.Root).Exercises)
            evaluator.Evaluate(exercise, CancellationToken.None);
        Compilers.Evaluator.Evaluate(Compilers.Greeting, CancellationToken.None);
    }

    [OneTimeTearDown]
    public void Forget()
    {
        if (own is null)
            return;
        Environment.SetEnvironmentVariable(EvaluationCache.Variable, null);
        own.Delete(recursive: true);
    }
}
