using ExerciseKit.Contract;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Rewriting;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests.Preparation.Rewriting;

/// <summary>What a process changes in its own memory only, for others to see, is said; what it sends, sets or keeps for itself is not.</summary>
[CancelAfter(60_000)]
public sealed class CopyScanTests
{
    private const string Shared = "what was read of a shared container is a copy; it is changed here and never set again";
    private const string Argument = "its own copy of what it was handed";
    private const string Static = "each process has static fields of its own";

    [TestCase("var d = new SharedDictionary<string, List<int>>(); d[\"a\"].Add(1);")]
    [TestCase("var d = new SharedDictionary<string, int[]>(); d[\"a\"][0]--;")]
    [TestCase("var d = new SharedDictionary<string, Tin>(); var tin = d[\"a\"]; tin.Pieces += 2; Console.WriteLine(tin.Pieces);")]
    [TestCase("var d = new SharedDictionary<string, Tin>(); if (d.TryGetValue(\"a\", out var tin)) tin.Pieces = 0;")]
    [TestCase("var d = new SharedDictionary<string, Tin>(); foreach (var (name, tin) in d) tin.Fill(3);")]
    [TestCase("var d = new SharedDictionary<string, Tin>(); foreach (var tin in d.Values) tin.Pieces++;")]
    [TestCase("var l = new SharedList<Tin>(); l[0].Fill(3);")]
    [TestCase("var l = new SharedList<Tin>(); l.ToArray()[0].Labels.Add(\"new\");")]
    [TestCase("var v = new SharedValue<Dictionary<string, int>>([]); v.Value[\"a\"] = v.Value[\"a\"] + 1;")]
    [TestCase("var v = new SharedValue<Spot>(default); var spot = v.Value; spot.X++; Console.WriteLine(spot.X);")]
    public void A_copy_of_a_shared_value_that_is_changed_and_never_set_again_is_told(string statements) =>
        Assert.That(Cautions($"public static void Run() {{ {statements} }}"), Is.EqualTo(new[] { $"Greeting.cs:3: {Shared}. Set it again, or nobody else sees the change." }));

    [TestCase("var d = new SharedDictionary<string, List<int>>(); var all = d[\"a\"]; all.Add(1); d[\"a\"] = all;")]
    [TestCase("var d = new SharedDictionary<string, int>(); d[\"a\"]--;")]
    [TestCase("var d = new SharedDictionary<string, List<int>>(); Console.WriteLine(d[\"a\"].Count + d[\"a\"].IndexOf(1));")]
    [TestCase("var v = new SharedValue<Spot>(default); var spot = v.Value; spot.X++; v.Value = spot;")]
    [TestCase("var v = new SharedValue<Tin>(new()); var tin = v.Value; tin.Pieces++; Keep(v, tin);")]
    [TestCase("var v = new SharedValue<Tin>(new()); var q = new ProcessQueue<Tin>(); var tin = v.Value; tin.Pieces++; q.Put(tin);")]
    [TestCase("var v = new SharedValue<List<int>>([]); var own = new List<int>(); own.Add(v.Value.Count); Console.WriteLine(own.Count);")]
    public void One_that_is_set_or_sent_or_only_looked_at_is_not(string statements) =>
        Assert.That(Cautions($"public static void Run() {{ {statements} }}\nprivate static void Keep(SharedValue<Tin> v, Tin tin) => v.Value = tin;"), Is.Empty);

    [TestCase("var sums = new int[2]; var c = ChildProcess.Create(Work, sums); c.Start(); c.Join(); Console.WriteLine(sums[0]);", "int[] into", "into[0] = 1")]
    [TestCase("var found = new List<int>(); for (var i = 0; i < 2; i++) ChildProcess.Create(Work, found, i).Start(); Console.WriteLine(found.Count);", "List<int> into, int n", "into.Add(n)")]
    [TestCase("var tins = new Tin[1, 1]; ChildProcess.Create(Work, tins).Start(); Console.WriteLine(tins.Length);", "Tin[,] into", "into[0, 0] = new Tin()")]
    [TestCase("var tin = new Tin(); ChildProcess.Create(Work, tin).Start(); Console.WriteLine(tin.Pieces);", "Tin into", "into.Pieces = 3")]
    [TestCase("var tin = new Tin(); new ProcessPool(1).ApplyAsync(Work, tin); Console.WriteLine(tin.Pieces);", "Tin into", "into.Fill(2)")]
    public void A_copy_of_an_argument_that_a_child_changes_and_its_parent_looks_at_is_told(string statements, string parameters, string change) =>
        Assert.That(
            Cautions($"public static void Run() {{ {statements} }}\nprivate static void Work({parameters}) {{ {change}; }}"),
            Is.EqualTo(new[] { $"Work changes into (Greeting.cs:4), {Argument} (Greeting.cs:3): what a child changes there stays there. Send it back through a queue or a pipe." }));

    [TestCase("var sums = new int[2]; var q = new ProcessQueue<int[]>(); ChildProcess.Create(Work, sums, q).Start(); sums = q.Get(); Console.WriteLine(sums[0]);", "int[] into, ProcessQueue<int[]> q", "into[0] = 1; q.Put(into)")]
    [TestCase("var sums = new int[2]; ChildProcess.Create(Work, sums).Start(); ChildProcess.Create(Work, sums).Start();", "int[] into", "into[0] = 1; Console.WriteLine(into[0])")]
    [TestCase("var sums = new List<int>(); ChildProcess.Create(Work, sums).Start(); Console.WriteLine(sums.Count);", "List<int> into", "into = [1]; into.Add(2)")]
    [TestCase("var gates = new ProcessLock[1]; ChildProcess.Create(Work, gates).Start(); Console.WriteLine(gates.Length);", "ProcessLock[] gates", "gates[0].Acquire()")]
    public void One_that_is_sent_back_or_looked_at_by_nobody_is_not(string statements, string parameters, string change) =>
        Assert.That(Cautions($"public static void Run() {{ {statements} }}\nprivate static void Work({parameters}) {{ {change}; }}"), Is.Empty);

    [Test]
    public void What_a_process_of_a_class_changes_of_what_its_constructor_got_is_told() =>
        Assert.That(
            Cautions("public static void Run() { var all = new List<int>(); new Worker(all).Start(); Console.WriteLine(all.Count); }\nprivate sealed class Worker(List<int> all) : ChildProcess { protected override void Run() => all.Add(1); }"),
            Has.One.Contains(Argument));

    [TestCase("private static int total; public static int Run() { ChildProcess.Create(Work).Start(); return total; } private static void Work() => total++;")]
    [TestCase("private static readonly List<int> All = []; public static int Run() { ChildProcess.Create(Work).Start(); return All.Count; } private static void Work() => Add(); private static void Add() => All.Add(1);")]
    [TestCase("private static int total; public static int Run() { ChildProcess.Create(Work, 2).Start(); return total; } private static void Work(int n) { for (var i = 0; i < n; i++) total += i; }")]
    public void A_static_that_a_child_sets_and_its_parent_reads_is_told(string members) => Assert.That(Cautions(members), Has.One.Contains(Static));

    [TestCase("private static int total; private static readonly ProcessQueue<int> Q = new(); public static int Run() { ChildProcess.Create(Work, Q).Start(); return Q.Get() + total; } private static void Work(ProcessQueue<int> q) { total = 3; q.Put(total * 2); }")]
    [TestCase("private static ProcessLock? gate; public static void Run() => ProcessPool.Create(1, Begin, new ProcessLock()).ApplyAsync(Work); private static void Begin(ProcessLock of) => gate = of; private static void Work() => gate!.Acquire();")]
    [TestCase("private static int seen; public static int Run() { var pool = new ProcessPool(1); pool.ApplyAsync(Work, 1, n => seen += n); pool.Close(); pool.Join(); return seen; } private static int Work(int n) => n;")]
    public void One_that_each_process_has_for_itself_is_not(string members) => Assert.That(Cautions(members), Is.Empty);

    private static EquatableArray<string> Cautions(string members)
    {
        var compiled = Compilers.Compiled($$"""
            using ExerciseKit.Multiprocessing;
            public static class Greeting {
            {{members}}
            public sealed class Tin { public int Pieces { get; set; } public List<string> Labels { get; } = []; public void Fill(int n) => Pieces = n; }
            public struct Spot { public int X; }
            }
            """);
        return ((Rewritten)Rewriter.Rewrite(compiled.Assembly, compiled.Symbols, AllowList.Standard)).Cautions.Select(c => c.En).ToEquatableArray();
    }
}
