using System.Text;
using ExerciseKit.Grading.Compilation;
using ExerciseKit.Grading.Exercises;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Tests.Grading.Compilation;

/// <summary>A compiler that all tests share: its evaluation is made once, and kept nowhere.</summary>
internal static class Compilers
{
    public static Exercise Greeting { get; } = FixtureKit.Catalog.Find(FixtureKit.Greeting)!;

    public static ProjectEvaluator Evaluator { get; } = new(AppContext.BaseDirectory, new EvaluationCache(null));

    public static StudentCompiler Shared { get; } = new(Evaluator);

    public static CompileOutcome Compile(string source, string file = "Greeting.cs") =>
        Shared.Compile(Greeting, [new SourceFile(file, Encoding.UTF8.GetBytes(source))], CancellationToken.None);

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
