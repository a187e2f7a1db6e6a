using ExerciseKit.Preparation.Rewriting;

namespace ExerciseKit.Tests.Preparation.Rewriting;

[NonParallelizable]
[CancelAfter(60_000)]
public sealed class CallSiteTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Each_operation_tells_its_line(bool optimized)
    {
        var run = StudentRun.Of("""
            public static class Student
            {
                public static int Run()
                {
                    Console.WriteLine("one");
                    var x =
                        DateTime.Now.Year +
                        Environment.ProcessId;
                    Console.WriteLine(
                        x > 0 ? Guid.NewGuid().ToString()[..0] + "two" : "none");
                    return x;
                }
            }
            """, optimized: optimized);
        // A statement that spans lines belongs to its first.
        Assert.That(run.Lines, Is.EqualTo(["5 one", "6 ReadClock", "6 Identify", "9 DrawSeed", "9 DrawSeed", "9 two"]));
        Assert.That(run.Sites.Select(s => s.File), Is.All.EqualTo("Student.cs"));
        Assert.That(run.Result, Is.EqualTo(2072));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_method_that_serves_two_purposes_tells_which_call_of_it_it_is_in(bool optimized)
    {
        var run = StudentRun.Of("""
            public static class Student
            {
                public static void Run()
                {
                    Helper("a");
                    Console.WriteLine("own");
                    for (var i = 0; i < 2; i++)
                        Helper(new Named().Name);
                    Action act = () => Console.WriteLine("lambda");
                    act();
                }

                private static void Helper(string text)
                {
                    Console.WriteLine(text);
                }

                private sealed class Named
                {
                    public string Name { get; } = Told("b");
                }

                private static string Told(string text)
                {
                    Console.WriteLine($"told {text}");
                    return text;
                }
            }
            """, optimized: optimized);

        Assert.That(run.Lines, Is.EqualTo(["15 a", "6 own", "25 told b", "15 b", "25 told b", "15 b", "9 lambda"]));
        Assert.That(run.Sites.Select(s => s.Caller?.Line), Is.EqualTo(new int?[] { 5, null, 20, 8, 20, 8, null }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Lambdas_iterators_local_functions_and_generics_tell_their_lines(bool optimized)
    {
        var run = StudentRun.Of("""
            using ExerciseKit.Multiprocessing;
            public static class Student
            {
                public static void Run()
                {
                    Action act = () =>
                        Console.WriteLine("lambda");
                    act();
                    foreach (var n in Numbers(2))
                        Local(n);
                    void Local(int n) =>
                        Console.WriteLine($"local {n}");
                    new Outer<string>.Inner<int>().Work("s", 3);
                }
                static IEnumerable<int> Numbers(int count)
                {
                    for (var i = 0; i < count; i++)
                    {
                        Console.WriteLine($"yield {i}");
                        yield return i;
                    }
                }
            }
            public class Outer<A>
            {
                public class Inner<B>
                {
                    public void Work<C>(A a, C c)
                    {
                        var box = new Box<C>();
                        box.Put(c);
                        Console.WriteLine(
                            $"{a} {box.Get()} {box.As<B>(default!)}");
                    }
                }
            }
            """, optimized: optimized);
        Assert.That(run.Lines, Is.EqualTo(["7 lambda", "19 yield 0", "12 local 0", "19 yield 1", "12 local 1", "31 put", "32 get", "32 as", "32 s 3 3"]));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Scopes_and_disposal_tell_their_lines(bool optimized)
    {
        var run = StudentRun.Of("""
            using ExerciseKit.Multiprocessing;
            public static class Student
            {
                public static string Run()
                {
                    using var gate = new Gate();
                    using (gate.EnterScope())
                    {
                        Console.WriteLine("in");
                    }
                    if (gate.TryAcquire(out var waited))
                        Console.Error.WriteLine("{0} {1}", waited,
                            gate.Name);
                    return gate.Name + waited;
                }
            }
            """, optimized: optimized);
        Assert.That(run.Lines.Select(l => l[(l.IndexOf(' ') + 1)..]), Is.EqualTo(["new", "enter", "in", "leave", "try", "name", "7 gate", "name", "dispose"]));
        Assert.That(run.Lines.Take(3), Is.EqualTo(["6 new", "7 enter", "9 in"]));
        Assert.That(run.Lines.Skip(4).Take(4), Is.EqualTo(["11 try", "12 name", "12 7 gate", "14 name"]));
        Assert.That(run.Result, Is.EqualTo("gate7"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Delegates_made_from_method_groups_tell_where_they_were_made(bool optimized)
    {
        var run = StudentRun.Of("""
            using ExerciseKit.Multiprocessing;
            public static class Student
            {
                public static string Run()
                {
                    Action<string> print = Console.WriteLine;
                    Action<int> sleep = Thread.Sleep;
                    print("printed");
                    sleep(5);
                    new List<string> { "a" }.ForEach(Console.WriteLine);
                    return Generic<int>.Use("x", 4);
                }
            }
            public static class Generic<T>
            {
                public static string Use<U>(U u, T t) where U : notnull
                {
                    var box = new Box<(T, U)>();
                    Action<(T, U)> put =
                        box.Put;
                    put((default!, u));
                    Func<(T, U)> get = box.Get;
                    var both = get();
                    Func<string, string> fallback = box.As<string>;
                    Action leave = new Gate().EnterScope().Dispose;
                    leave();
                    return fallback("fell") + both;
                }
            }
            """, optimized: optimized);
        Assert.That(run.Lines, Is.EqualTo(["6 printed", "7 Sleep", "10 a", "19 put", "22 get", "25 new", "25 enter", "25 leave", "24 as"]));
        Assert.That(run.Result, Is.EqualTo("fell(0, x)"));
    }

    [Test]
    public void A_site_is_kept_while_the_students_own_ToString_prints()
    {
        var run = StudentRun.Of("""
            public static class Student
            {
                public static void Run()
                {
                    Console.WriteLine(new Loud());
                    Console.WriteLine("{0}!", new Loud());
                    File.WriteAllLines("f", Lines());
                }
                static IEnumerable<string> Lines() { Console.WriteLine("asked"); yield return "line"; }
            }
            public sealed class Loud
            {
                public override string ToString()
                {
                    Console.WriteLine("inside");
                    return "loud";
                }
            }
            """);
        Assert.That(run.Lines, Is.EqualTo(["15 inside", "5 loud", "15 inside", "6 loud!", "7 TruncateFile", "9 asked", "7 FillFile"]));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_struct_s_method_is_a_delegate_in_generic_code_too(bool optimized)
    {
        var run = StudentRun.Of("""
            using ExerciseKit.Multiprocessing;
            public static class Student
            {
                public static void Run()
                {
                    using var gate = new Gate();
                    Leave(gate.EnterScope());
                    Held<Gate.Scope>.Leave(gate.EnterScope());
                    Leave(new Noted());
                }
                static void Leave<T>(T scope) where T : struct, IDisposable
                {
                    Action leave =
                        scope.Dispose;
                    leave();
                }
                static class Held<T> where T : IDisposable { public static void Leave(T scope) { Action leave = scope.Dispose; leave(); } }
                struct Noted : IDisposable { int times; public void Dispose() => Console.WriteLine(++times); }
            }
            """, optimized: optimized);
        Assert.That(run.Thrown, Is.Null);
        Assert.That(run.Printed, Is.EqualTo(["new", "enter", "leave", "enter", "leave", "1", "dispose"]));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Async_state_machines_tell_their_lines_where_an_exercise_allows_them(bool optimized)
    {
        const string builder = "System.Runtime.CompilerServices.";
        var outcome = StudentAssembly.Rewrite("""
            using System.Threading.Tasks;
            public static class Student
            {
                public static string Run()
                {
                    var task = Later();
                    return task.IsFaulted + " " + Math.Max(1, 2);
                }
                static async Task Later()
                {
                    try
                    {
                        Console.WriteLine("before");
                        await Task.CompletedTask;
                        Console.WriteLine("after");
                    }
                    finally
                    {
                        Console.WriteLine("finally");
                    }
                }
            }
            """, optimized, "System.Threading.Tasks.Task", builder + "AsyncTaskMethodBuilder", builder + "TaskAwaiter", builder + "IAsyncStateMachine", builder + "AsyncStateMachineAttribute");
        Assert.That(outcome, Is.InstanceOf<Rewritten>());
        var run = StudentRun.Of((Rewritten)outcome);
        Assert.That(run.Lines, Is.EqualTo(["13 before", "15 after", "19 finally"]));
        Assert.That(run.Result, Is.EqualTo("False 2"));
        var aborted = StudentRun.Of((Rewritten)outcome, abortAt: 1);
        Assert.That(aborted.Printed, Is.EqualTo(["before", "after"]));
        Assert.That(aborted.WasAborted, Is.True);
    }
}
