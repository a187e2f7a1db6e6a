using ExerciseKit.Preparation;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Tests.Preparation.Compilation;

[NonParallelizable]
public sealed class EntryPointsTests
{
    private const string Run = "public static void Run(string[] names) { }";
    private const string Count = "public static Report Count((int X, int Y)[] pairs) => new(1);";

    [TestCase("public static class Greeting { " + Run + Count + " }", "Greeting")]
    [TestCase("namespace My.Answer; class Greeting { " + Run + Count + " }", "My.Answer.Greeting")]
    [TestCase("class Greeting { internal static void Run(params string[] people) { } static internal Report? Count((int, int)[] p) => null; }", "Greeting")]
    [TestCase("class Greeting { " + Run + Count + " static int Run(int x) => x; }", "Greeting")]
    [TestCase("class Greeting { " + Run + Count + " } namespace Old { class Greeting { " + Run + " } }", "Greeting")]
    public void The_class_is_found_in_whatever_namespace(string source, string typeName) =>
        Assert.That(Inspect(source), Is.EqualTo(new EntryPointsFound(typeName)));

    [TestCase("class Other { }", "There is no class Greeting. Declare it with public static void Run(string[] names) and public static Report Count((int X, int Y)[] pairs).")]
    [TestCase("class greeting { }", "There is no class Greeting; greeting is there: upper and lower case count. Declare")]
    [TestCase("class Outer { class Greeting { } }", "There is no class Greeting; Outer holds one, where it must stand by itself. Declare")]
    [TestCase("class Greeting<T> { " + Run + Count + " }", "The class Greeting has type parameters")]
    [TestCase("class Greeting { " + Count + " }", "Greeting has no method Run. Declare public static void Run(string[] names).")]
    [TestCase("class Greeting { public static int Run(string[] names) => 1;" + Count + " }", "Greeting has int Run(string[] names), where public static void Run(string[] names) is expected.")]
    [TestCase("class Greeting { public static void Run(List<string> names) { }" + Count + " }", "Greeting has void Run(List<string> names), where")]
    [TestCase("class Greeting { public static void Run<T>(T[] names) { }" + Count + " }", "Greeting has void Run<T>(T[] names), where")]
    [TestCase("class Greeting { public static void Run(ref string[] names) { }" + Count + " }", "Greeting has void Run(ref string[] names), where")]
    [TestCase("class Greeting { public static async Task Run(string[] names) => await Task.Yield();" + Count + " }", "Greeting has Task Run(string[] names), where")]
    [TestCase("class Greeting { public void Run(string[] names) { }" + Count + " }", "Greeting.Run is not static")]
    [TestCase("class Greeting { static void Run(string[] names) { }" + Count + " }", "Greeting.Run is not accessible")]
    [TestCase("class Greeting { " + Run + Count + " } namespace Old { class Greeting { " + Run + Count + " } }", "There are several classes Greeting")]
    public void What_is_missing_is_told_with_what_was_found(string source, string told) =>
        Assert.That(((EntryPointsMissing)Inspect(source)).Problems.Single().En, Does.StartWith(told));

    [Test]
    public void All_that_is_missing_is_told_at_once() =>
        Assert.That(((EntryPointsMissing)Inspect("class Greeting { }")).Problems, Has.Count.EqualTo(2));

    [Test]
    public void The_stub_has_what_it_asks_for()
    {
        foreach (var exercise in FixtureKit.Catalog.Exercises)
        {
            var files = exercise.Files.Select(f => new ExerciseKit.Preparation.Compilation.SourceFile(f, File.ReadAllBytes(Path.Combine(exercise.Folder, f))));
            var outcome = Compilers.Compile(PreparationOrder.For(exercise, [.. files], Compilers.Evaluator, CancellationToken.None), CancellationToken.None);
            Assert.That(EntryPoints.Inspect((Compiled)outcome, exercise), Is.EqualTo(new EntryPointsFound(exercise.ClassName)));
        }
    }

    private static EntryPointsOutcome Inspect(string source) => EntryPoints.Inspect(Compilers.Compiled(source), Compilers.Greeting);
}
