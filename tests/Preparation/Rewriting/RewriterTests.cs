using ExerciseKit.Contract.Faults;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Rewriting;

namespace ExerciseKit.Tests.Preparation.Rewriting;

[NonParallelizable]
[CancelAfter(60_000)]
public sealed class RewriterTests
{
    private const string Program = "public static class Student { public static int Run(int n) { var sum = 0; for (var i = 0; i < n; i++) { try { sum += i; } finally { if (i < 0) Console.WriteLine(i); } } return sum; } }";

    [TestCase("static int count; public static void Run() { _ = count; }", true)]
    [TestCase("public const string Name = \"x\"; static readonly int size = 5; static readonly string file = \"f\"; public static void Run() { _ = Name + file + size; }", true)]
    [TestCase("public static void Run() { Func<int, int> f = n => n + 1; Action<string> g = Console.WriteLine; int[] data = [1, 2, 3, 4]; g(f(data[0]).ToString()); }", true)]
    [TestCase("enum Day { Monday, Friday } static Day day = Day.Friday; public static void Run() { _ = day; }", true)]
    [TestCase("static readonly TimeSpan delay = TimeSpan.FromSeconds(3); public static void Run() => Thread.Sleep(delay + TimeSpan.FromMilliseconds(delay.TotalSeconds));", true)]
    [TestCase("static TimeSpan delay = TimeSpan.FromSeconds(3); public static void Run() => Thread.Sleep(delay);", false)]
    [TestCase("static readonly TimeSpan delay = DateTime.Now.TimeOfDay; public static void Run() => Thread.Sleep(delay);", false)]
    [TestCase("public static int Money = 999; public static void Run() { Money = 1; }", false)]
    [TestCase("static int money = 1; public static void Run() { ref var m = ref money; m = 2; }", false)]
    [TestCase("static readonly List<int> list = []; public static void Run() { list.Add(1); }", false)]
    [TestCase("static readonly int[] array = new int[3]; public static void Run() { array[0] = 1; }", false)]
    [TestCase("static readonly int start = Environment.TickCount; public static void Run() { _ = start; }", false)]
    [TestCase("static int Count { get; set; } public static void Run() { Count++; }", false)]
    [TestCase("static object? gate; public static void Run() { _ = gate; }", false)]
    [TestCase("static class Of<T> { public static T? Last; } public static void Run() { _ = Of<int>.Last; }", false)]
    public void An_assembly_is_reused_only_where_no_static_can_have_changed(string members, bool isSafe) =>
        Assert.That(StudentAssembly.Accepted($"#pragma warning disable CS0649\npublic static class Student {{ {members} }}").ReuseIsSafe, Is.EqualTo(isSafe));

    [TestCase("file static class Memory { public static readonly int First = Environment.TickCount; }")]
    [TestCase("file static class Memory { public static int First = 1; public static int Next() => ++First; }")]
    [TestCase("[System.Runtime.CompilerServices.CompilerGenerated] file static class Memory { public static readonly object First = new(); }")]
    [TestCase("file static class Outer { public static class Memory { public static readonly List<int> First = []; } }")]
    public void Statics_of_file_local_types_are_statics(string type) =>
        Assert.That(StudentAssembly.Accepted($"public static class Student {{ public static void Run() {{ }} }} {type}").ReuseIsSafe, Is.False);

    [Test]
    public void The_same_bytes_give_the_same_bytes()
    {
        var (assembly, symbols) = StudentAssembly.Compile(Program);
        var first = (Rewritten)Rewriter.Rewrite(assembly, symbols, AllowList.Standard);
        var second = (Rewritten)Rewriter.Rewrite(assembly, symbols, AllowList.Standard);
        Assert.That(second.Assembly, Is.EqualTo(first.Assembly));
        Assert.That(second.Symbols, Is.EqualTo(first.Symbols));
    }

    [Test]
    public void What_cannot_be_read_is_the_graders_fault() =>
        Assert.That(() => Rewriter.Rewrite([1, 2, 3], [], AllowList.Standard), Throws.InstanceOf<GraderFaultException>().With.Message.Contains("could not be rewritten"));

    [Test]
    public void Exceptions_still_tell_their_lines()
    {
        var run = StudentRun.Of("""
            public static class Student
            {
                public static void Run()
                {
                    Console.WriteLine("one");
                    Fail();
                }
                static void Fail() =>
                    throw new InvalidOperationException("no");
            }
            """);
        Assert.That(run.Thrown!.StackTrace, Does.Contain("Student.cs:line 9").And.Contain("Student.cs:line 6"));
    }
}
