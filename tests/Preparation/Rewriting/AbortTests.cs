using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Preparation.Rewriting;

[NonParallelizable]
[CancelAfter(60_000)]
public sealed class AbortTests
{
    private const string Spawning = "static bool Spin() { while (true) { } }  static bool Say(string s) { Console.WriteLine(s); return true; }";

    private static readonly TestCaseData[] Stubborn =
    [
        new TestCaseData("while (true) { try { Say(\"x\"); } catch { } }").SetArgDisplayNames("catch all in a loop"),
        new TestCaseData("while (true) { try { Say(\"x\"); } catch (Exception e) { Console.WriteLine(e.Message); } }").SetArgDisplayNames("catch that prints"),
        new TestCaseData("while (true) { try { Say(\"x\"); } catch (Exception e) when (e.Message.Length > 0 || Say(\"filter\")) { } }").SetArgDisplayNames("catch when"),
        new TestCaseData("try { while (true) Say(\"x\"); } catch when (Spin()) { Say(\"caught\"); }").SetArgDisplayNames("spin in a filter"),
        new TestCaseData("try { while (true) Say(\"x\"); } finally { Spin(); }").SetArgDisplayNames("spin in finally"),
        new TestCaseData("try { while (true) Say(\"x\"); } finally { while (true) { try { Say(\"f\"); } catch { } finally { try { Spin(); } catch { } } } }").SetArgDisplayNames("try in finally"),
        new TestCaseData("try { try { while (true) Say(\"x\"); } catch (Exception) { throw; } } catch (Exception e) { throw new InvalidOperationException(\"again\", e); } finally { Say(\"finally\"); }").SetArgDisplayNames("rethrow and wrap"),
        new TestCaseData("var xs = new List<int> { 3, 1, 2 }; while (true) { try { xs.Sort((a, b) => { Say(\"x\"); return a - b; }); } catch (InvalidOperationException) { Say(\"wrapped\"); } }").SetArgDisplayNames("wrapped by the framework"),
        new TestCaseData("while (true) { try { _ = Lazy.Value; } catch (TypeInitializationException) { } catch (Exception) { } Say(\"after\"); }").SetArgDisplayNames("inside a static constructor"),
        new TestCaseData("void Again() { try { Say(\"x\"); Again(); } catch { Again(); } finally { Again(); } } Again();").SetArgDisplayNames("recursion through handlers"),
        new TestCaseData("IEnumerable<int> Items() { try { while (true) { Say(\"x\"); yield return 1; } } finally { Spin(); } } foreach (var i in Items()) { }").SetArgDisplayNames("finally of an iterator"),
        new TestCaseData("IEnumerable<int> Items() { try { while (true) { Say(\"x\"); yield return 1; } } finally { Spin(); } } _ = Items().Count(i => Say(\"y\"));").SetArgDisplayNames("finally of an iterator that the framework disposes"),
        new TestCaseData("Generic<Exception>.Try(() => { while (true) Say(\"x\"); }); Say(\"after\"); Spin();").SetArgDisplayNames("catch of a type parameter"),
        new TestCaseData("while (true) { try { try { Say(\"x\"); } catch (IOException) { Say(\"io\"); } catch (ArgumentException e) when (e.ParamName == \"p\") { Say(\"arg\"); } catch (Exception) { Say(\"all\"); } } finally { Say(\"finally\"); } }").SetArgDisplayNames("many clauses"),
    ];

    [TestCaseSource(nameof(Stubborn))]
    public void No_code_of_the_students_outlives_an_ended_run(string body)
    {
        foreach (var abortAt in new[] { 0, 1, 3 })
        {
            var run = StudentRun.Of(Program(body), abortAt);
            Assert.That(run.WasAborted, Is.True);
            Assert.That(run.Thrown, Is.Not.Null);
            // The operation at which the run ended was the last that was asked for.
            Assert.That(run.Operations.Count(), Is.EqualTo(abortAt + 1));
        }
    }

    [TestCaseSource(nameof(Stubborn))]
    public void The_same_holds_for_optimized_code(string body)
    {
        var run = StudentRun.Of(Program(body), abortAt: 2, optimized: true);
        Assert.That((run.WasAborted, run.Operations.Count()), Is.EqualTo((true, 3)));
    }

    [TestCase("while (true) { }", 8)]
    [TestCase("for (;;) { try { continue; } finally { } }", 8)]
    [TestCase("do { try { throw new Exception(); } catch { } } while (true);", 8)]
    [TestCase("again: try { goto again; } finally { }", 8)]
    [TestCase("foreach (var n in Forever()) { }", 4)]
    [TestCase("switch (Environment.NewLine.Length) { case 1: while (1 + 1 == 2) ; break; }", 8)]
    [TestCase("void F(int n) { if (n > 0) F(n - 1); } while (true) F(10);", 8)]
    [TestCase("_ = Forever().Count(n => n < 0);", 4)]
    [TestCase("try { while (true) { } } catch { } finally { Say(\"finally\"); } Say(\"after\");", 8)]
    public void A_loop_that_asks_for_nothing_ends_at_its_line(string body, int line)
    {
        var run = StudentRun.Of(Program($"Say(\"before\"); {body}"), budget: 100_000);
        Assert.That(run.End?.Ending, Is.EqualTo(Ending.OutOfBudget));
        Assert.That(run.End?.Crash?.Site, Is.EqualTo(new CallSite("Student.cs", line)));
        Assert.That(run.Operations.Count(), Is.EqualTo(2));
        Assert.That(run.WasAborted, Is.True);
    }

    [Test]
    public void A_budget_holds_between_two_operations_only()
    {
        var run = StudentRun.Of(Program("for (var i = 0; i < 50; i++) { for (var j = 0; j < 90; j++) { } Say(\"x\"); }"), budget: 100);
        Assert.That(run.Thrown, Is.Null);
        Assert.That(run.Operations.Count(), Is.EqualTo(50));
    }

    [Test]
    public void Endless_recursion_is_a_crash_and_not_the_end_of_the_host()
    {
        var run = StudentRun.Of(Program("int F(int n) => F(n + 1) + 1; try { F(0); } catch { }"));
        Assert.That(run.End, Is.InstanceOf<EndProcess>().With.Property(nameof(EndProcess.ExitCode)).EqualTo(134));
        Assert.That(run.End!.Crash!.Type, Is.EqualTo("System.StackOverflowException"));
        Assert.That(run.End.Crash.Site.Line, Is.EqualTo(8));
    }

    [Test]
    public void Exit_runs_no_finally_and_is_not_caught()
    {
        var run = StudentRun.Of(Program("try { Environment.Exit(3); } catch { Say(\"caught\"); } finally { Say(\"finally\"); } Say(\"after\");"));
        Assert.That(run.Operations, Is.EqualTo(new[] { new EndProcess(Ending.Exited, 3) }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Handlers_do_as_they_did_while_the_run_lasts(bool optimized)
    {
        var run = StudentRun.Of(Program("""
            var log = new List<string>();
            foreach (var kind in new[] { 0, 1, 2, 3 })
            {
                try
                {
                    try
                    {
                        if (kind == 0) File.ReadAllText("none");
                        if (kind == 1) throw new ArgumentException("bad", "p");
                        if (kind == 2) throw new ArgumentException("bad", "q");
                        log.Add("none");
                    }
                    catch (IOException e) { log.Add(e.GetType().Name); }
                    catch (ArgumentException e) when (e.ParamName == "p") { log.Add("p"); throw new InvalidOperationException(e.ParamName); }
                    finally { log.Add("f"); }
                }
                catch (InvalidOperationException e) { log.Add(e.Message); }
                catch { log.Add("all"); }
            }
            try { Generic<IOException>.Try(() => throw new InvalidOperationException("no")); } catch (InvalidOperationException e) { log.Add(e.Message); }
            Generic<IOException>.Try(() => throw new EndOfStreamException("eos"));
            Say(string.Join(' ', log));
            """), optimized: optimized);
        Assert.That(run.Thrown, Is.Null);
        Assert.That(run.Printed, Has.Some.EqualTo("FileNotFoundException f p f p f all none f no").And.Some.EqualTo("caught eos"));
    }

    private static string Program(string body) => $$"""
        public static class Student
        {
            {{Spawning}}
            static IEnumerable<int> Forever() { while (true) { yield return 1; } }
            static class Lazy { public static int Value; static Lazy() { while (true) { try { Say("cctor"); } catch { } } } }
            static class Generic<E> where E : Exception { public static void Try(Action act) { try { act(); } catch (E e) { Say("caught " + e.Message); } } }
            public static void Run()
            { {{body}} }
        }
        """;
}
