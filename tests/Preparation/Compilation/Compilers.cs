using System.Text;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Preparation;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Tests.Preparation.Compilation;

/// <summary>A compiler that all tests share, in this process: its evaluation is made once, and kept nowhere.</summary>
internal static class Compilers
{
    public static Exercise Greeting { get; } = FixtureKit.Catalog.Find(FixtureKit.Greeting)!;

    public static ProjectEvaluator Evaluator { get; } = new(AppContext.BaseDirectory, new EvaluationCache(null));

    private static readonly StudentCompiler Shared = new();

    /// <summary>Prepares hand-ins without a process for it: a start for each test would take longer than the test.</summary>
    public static HandInPreparation Preparation(ProjectEvaluator evaluator)
    {
        var preparation = new ProgramPreparation();
        return new HandInPreparation(evaluator, (order, _) => Task.FromResult(preparation.Prepare(order)));
    }

    public static PreparationOrder Order(string source, string file = "Greeting.cs") =>
        PreparationOrder.For(Greeting, [new SourceFile(file, Encoding.UTF8.GetBytes(source))], Evaluator, CancellationToken.None);

    public static CompileOutcome Compile(PreparationOrder order, CancellationToken cancellation, StudentCompiler? compiler = null) =>
        (compiler ?? Shared).Compile(order.Exercise.Id, order.Invocation, order.Given, order.Files, cancellation);

    public static CompileOutcome Compile(string source, string file = "Greeting.cs")
    {
        var order = Order(source, file);
        CompileOutcome? outcome = null;
        var roomy = new Thread(() => outcome = Compile(order, CancellationToken.None), PreparerService.StackBytes);
        roomy.Start();
        roomy.Join();
        return outcome!;
    }

    public static Compiled Compiled(string source)
    {
        var outcome = Compile(source);
        Assert.That(outcome, Is.TypeOf<Compiled>(), () => string.Join("\n", ((NotCompiled)outcome).Diagnostics));
        return (Compiled)outcome;
    }

    public static CompileDiagnostic[] Errors(string source)
    {
        var outcome = Compile(source);
        Assert.That(outcome, Is.TypeOf<NotCompiled>());
        return [.. ((NotCompiled)outcome).Diagnostics];
    }
}
