using System.Text;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Tests.Preparation.Compilation;

[NonParallelizable]
public sealed class StudentCompilerTests
{
    private const string Right = """
        public static class Greeting
        {
            public static void Run(string[] names)
            {
                Console.WriteLine(names.Length);
            }

            public static Report Count((int X, int Y)[] pairs) => new(pairs.Sum(p => p.X));
        }
        """;

    [Test]
    public void A_right_answer_becomes_a_library_without_the_demonstration()
    {
        var compiled = Compilers.Compiled(Right);
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(compiled.Assembly));
        Assert.That(assembly.Name.Name, Is.EqualTo("90-greeting"));
        Assert.That(assembly.EntryPoint, Is.Null);
        Assert.That(assembly.MainModule.Types.Select(t => t.Name), Does.Contain("Report").And.No.Member("Program"));
        Assert.That(compiled.Warnings, Is.Empty);
    }

    [Test]
    public void Symbols_name_the_file_relative_to_the_exercise()
    {
        var compiled = Compilers.Compiled(Right);
        using var assembly = AssemblyDefinition.ReadAssembly(
            new MemoryStream(compiled.Assembly),
            new ReaderParameters { ReadSymbols = true, SymbolReaderProvider = new PortablePdbReaderProvider(), SymbolStream = new MemoryStream(compiled.Symbols) });
        var points = assembly.MainModule.GetType("Greeting").Methods.Single(m => m.Name == "Run").DebugInformation.SequencePoints;
        Assert.That(points.Select(p => (p.Document.Url, p.StartLine)), Does.Contain(("Greeting.cs", 5)));
    }

    [Test]
    public void The_same_sources_become_the_same_bytes()
    {
        var evaluator = new ProjectEvaluator(AppContext.BaseDirectory, new EvaluationCache(null));
        var order = Compilers.Order(Right) with { Invocation = evaluator.Evaluate(Compilers.Greeting, CancellationToken.None) };
        var again = Compilers.Compile(order, CancellationToken.None, new StudentCompiler());
        Assert.That(((Compiled)again).Assembly, Is.EqualTo(Compilers.Compiled(Right).Assembly));
        Assert.That(((Compiled)again).Symbols, Is.EqualTo(Compilers.Compiled(Right).Symbols));
    }

    [Test]
    public void An_error_has_its_place()
    {
        var error = Compilers.Errors("class Greeting\n{\n    int x = y;\n}\n").Single();
        Assert.That(error, Is.EqualTo(new CompileDiagnostic(
            "CS0103", true, "The name 'y' does not exist in the current context", new ExerciseKit.Contract.CallSite("Greeting.cs", 3), 13)));
        Assert.That(error.ToString(), Is.EqualTo("Greeting.cs(3,13): error CS0103: The name 'y' does not exist in the current context"));
    }

    [Test]
    public void A_byte_order_mark_is_no_fault() => Compilers.Compiled("\uFEFF" + Right);

    [Test]
    public void A_generator_of_the_SDK_runs_where_it_is_needed() =>
        Compilers.Compiled("""
            using System.Text.RegularExpressions;
            public static partial class Greeting { [GeneratedRegex("a+")] public static partial Regex Pattern(); }
            """);

    [Test]
    public void An_error_stays_an_error_beside_a_partial_type() =>
        Assert.That(Compilers.Errors("partial class Greeting { int x = y; }").Single().Id, Is.EqualTo("CS0103"));

    [TestCase("#line 7 \"Other.cs\"")]
    [TestCase("#line hidden")]
    [TestCase("#line (1, 1) - (5, 60) 10 \"Other.cs\"")]
    [TestCase("#if true\n#line 7\n#endif")]
    public void A_place_cannot_be_faked(string directive) =>
        Assert.That(Compilers.Errors($"{directive}\n{Right}").Single().Id, Is.EqualTo(SourceRules.LineDirective));

    [TestCase("#pragma warning disable CS0168")]
    [TestCase("#nullable disable")]
    [TestCase("#region x\n#endregion")]
    [TestCase("#if false\n#line 7 \"Other.cs\"\n#endif")]
    [TestCase("// #line 7")]
    public void Other_directives_are_fine(string directive) => Compilers.Compiled($"{directive}\n{Right}");

    [TestCase("{", "}", 1_000)]
    [TestCase("(", "1)", 1_000)]
    [TestCase("(", "1)", 300_000)]
    [TestCase("[", "]", 300_000)]
    [TestCase("$\"{", "}\"", 100_000)]
    [TestCase("if (true) ", "", 10_000)]
    [TestCase("- ", "", 300_000)]
    [TestCase("() => ", "", 100_000)]
    [TestCase("1 + ", "", 200_000)]
    public void Deep_nesting_is_refused_and_harms_nobody(string open, string close, int depth)
    {
        var source = $"class Greeting {{ void M() {{ var x = {Repeat(open, depth)} {Repeat(close, depth)} ; }} }}";
        Assert.That(Compilers.Errors(source).Select(e => e.Id), Does.Contain(SourceRules.NestedTooDeep));
    }

    [TestCase("class A { ", " }")]
    [TestCase("namespace A { ", " }")]
    public void Deeply_nested_declarations_are_refused(string open, string close) =>
        Assert.That(Compilers.Errors(Repeat(open, 50_000) + Repeat(close, 50_000)).Single().Id, Is.EqualTo(SourceRules.NestedTooDeep));

    [TestCase("#if !", "A\n#endif\n", SourceRules.DirectiveTooLong)]
    [TestCase("#if A\n", "", SourceRules.TooMany)]
    [TestCase("#region\n", "", SourceRules.TooMany)]
    [TestCase("class A;\n", "", SourceRules.TooMany)]
    public void What_the_compiler_would_take_minutes_for_is_refused(string many, string rest, string rule)
    {
        var source = rule == SourceRules.DirectiveTooLong ? "#if " + new string('!', 900_000) + rest : Repeat(many, 20_000) + rest;
        Assert.That(Compilers.Errors(source).Single().Id, Is.EqualTo(rule));
    }

    [Test]
    public void Ten_thousand_methods_compile()
    {
        var methods = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"static int M{i}(int a) => a + {i};\n"));
        Compilers.Compiled($"class Greeting {{ {methods} }}");
    }

    [Test]
    public void Ten_thousand_errors_are_told_by_their_first()
    {
        var statements = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"x{i}();\n"));
        var errors = Compilers.Errors($"class Greeting {{ void M() {{\n{statements} }} }}");
        Assert.That(errors, Has.Length.EqualTo(100));
        Assert.That(errors[0].Site.Line, Is.EqualTo(2));
    }

    [Test]
    public void A_long_name_is_cut_in_the_message() =>
        Assert.That(Compilers.Errors($"class Greeting {{ int x = {new string('y', 500_000)}; }}").Single().Message, Has.Length.LessThan(1_100));

    [Test]
    public void A_caller_can_stop_it()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.That(
            () => Compilers.Compile(Compilers.Order(Right), stopped.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
