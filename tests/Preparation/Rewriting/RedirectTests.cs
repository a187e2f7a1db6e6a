using System.Reflection;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Host.Shims;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Shims;

namespace ExerciseKit.Tests.Preparation.Rewriting;

[NonParallelizable]
[CancelAfter(60_000)]
public sealed class RedirectTests
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Test]
    public void Every_member_of_a_redirected_type_is_rewritten_or_allowed_or_refused_by_a_line_of_the_list()
    {
        var undecided = ShimCatalog.All
            .SelectMany(shim => Members(shim.Original).Select(m => (Type: shim.Original.FullName!, m.Name, m.Signature)))
            .Where(m => !AllowList.Standard.OfMember(m.Type, m.Name, m.Signature).IsStated)
            .Select(m => $"{m.Type}::{m.Name}{m.Signature}");
        Assert.That(undecided, Is.Empty);
    }

    [Test]
    public void No_overload_passes_beside_a_rewritten_one_unless_its_signature_is_listed()
    {
        var passing = ShimCatalog.All.Where(s => !s.IsWhole)
            .SelectMany(shim => Members(shim.Original).Where(m => shim.StandsForSome(m.Name) && !shim.StandsFor(m.Name, m.Signature)).Select(m => (Type: shim.Original.FullName!, m.Name, m.Signature)))
            .Where(m => AllowList.Standard.OfMember(m.Type, m.Name, m.Signature).IsAllowed)
            .Select(m => m.Type + m.Signature);
        Assert.That(passing, Is.Empty);
    }

    [Test]
    public void Every_shim_method_is_static_and_has_a_framework_member_of_the_same_shape()
    {
        var shims = typeof(StandsForAttribute).Assembly.GetTypes().Select(t => (Shim: t, StandsFor: t.GetCustomAttribute<StandsForAttribute>())).Where(s => s.StandsFor is not null).ToArray();
        Assert.That(shims, Has.Length.GreaterThan(8));
        foreach (var (shim, standsFor) in shims)
        {
            var stranger = shim.GetMethods(Visible).Where(m => m.IsPublic)
                .Where(m => !standsFor!.Type.GetMembers(Visible).OfType<MethodBase>().Any(o => Same(m, o, standsFor.Wholly)))
                .Select(m => $"{shim.Name}.{m.Name}{Signatures.Of(m)}");
            Assert.That(stranger, Is.Empty);
        }
    }

    [Test]
    public void A_shim_of_a_whole_type_has_all_of_its_members_but_the_refused()
    {
        foreach (var shim in ShimCatalog.All.Where(s => s.IsWhole))
        {
            // One that derives from what it stands for has its members, but for those that are not handed down.
            var derives = typeof(StandsForAttribute).Assembly.GetType($"{ShimCatalog.ShimNamespace}.{shim.Name}")!.IsSubclassOf(shim.Original);
            var needed = derives
                ? shim.Original.GetMembers(Visible).OfType<MethodBase>().Where(m => m.IsPublic && (m.IsStatic || m.IsConstructor)).Select(m => (m.Name, Signature: Signatures.Of(m)))
                : Members(shim.Original);
            Assert.That(needed.Where(m => !shim.StandsFor(m.Name, m.Signature) && AllowList.Standard.OfMember(shim.Original.FullName!, m.Name, m.Signature).IsAllowed), Is.Empty);
        }
    }

    [Test]
    public void Every_way_to_write_to_the_console_is_one_operation()
    {
        var run = StudentRun.Of("""
            public static class Student
            {
                public static void Run()
                {
                    Console.Write("a"); Console.Write('b'); Console.Write(1.5); Console.Write(true); Console.Write(new[] { 'c' });
                    Console.WriteLine(); Console.WriteLine(12L); Console.WriteLine(2.5m); Console.WriteLine((object?)null); Console.WriteLine("{0}-{1}", 1, "x");
                    Console.WriteLine("{0}{1}{2}{3}", 1, 2, 3, 4); Console.WriteLine(new[] { 'x', 'y', 'z' }, 1, 2); Console.WriteLine($"{DateTime.MinValue:yyyy} {3,3}");
                    Console.Out.WriteLine("out"); Console.Error.Write("err"); Console.Out.WriteLine(7); Console.Out.Flush(); Console.ForegroundColor = ConsoleColor.Red; Console.ResetColor();
                    Console.WriteLine("span".AsSpan());
                }
            }
            """);
        Assert.That(run.Operations.Cast<WriteConsole>().Select(w => w.Text), Is.EqualTo(
            ["a", "b", "1.5", "True", "c", "\n", "12\n", "2.5\n", "\n", "1-x\n", "1234\n", "yz\n", "0001   3\n", "out\n", "err", "7\n", "span\n"]));
        Assert.That(run.Operations.Cast<WriteConsole>().Count(w => w.Stream == ConsoleStream.Error), Is.EqualTo(1));
    }

    [Test]
    public void Files_are_the_runs_and_a_plain_write_has_two_steps()
    {
        var run = StudentRun.Of("""
            public static class Student
            {
                public static string Run()
                {
                    File.WriteAllText("a.txt", "one");
                    File.AppendAllLines("a.txt", ["", "two"]);
                    File.Copy("a.txt", "b.txt");
                    File.Move("b.txt", "c.txt", overwrite: true);
                    File.Delete("a.txt");
                    var gone = "";
                    try { File.ReadAllText("a.txt"); } catch (FileNotFoundException e) { gone = e.Message; }
                    return string.Join(',', File.ReadAllLines("c.txt")) + File.Exists("b.txt") + File.Exists("c.txt") + gone.Length;
                }
            }
            """);
        Assert.That(run.Result, Is.EqualTo("one,twoFalseTrue28"));
        Assert.That(run.Operations.Take(6).Select(o => o.GetType().Name), Is.EqualTo(["TruncateFile", "FillFile", "AppendFile", "ReadFile", "QueryFileExists", "TruncateFile"]));
        Assert.That(run.Files, Is.EqualTo(new Dictionary<string, string> { ["c.txt"] = "one\ntwo\n" }));
    }

    [Test]
    public void Time_and_chance_are_the_runs()
    {
        const string source = """
            using System.Diagnostics;
            public static class Student
            {
                private static readonly Stopwatch[] Watches = new Stopwatch[1];
                public static string Run()
                {
                    var start = DateTime.UtcNow;
                    var watch = Stopwatch.StartNew();
                    Watches[0] = watch;
                    var timestamp = Stopwatch.GetTimestamp();
                    Thread.Sleep(1500);
                    Thread.Sleep(TimeSpan.FromSeconds(0.5));
                    watch.Stop();
                    Func<TimeSpan> elapsed = () => Measured(watch);
                    var seconds = (DateTime.Now - start).TotalSeconds + elapsed().TotalSeconds + Stopwatch.GetElapsedTime(timestamp).TotalSeconds;
                    var chance = new Random().Next() == new Random().Next() ? "same" : "other";
                    var fixedSeed = new Random(5).Next() == new Random(5).Next();
                    return $"{start:O} {seconds} {Environment.TickCount64} {Watches[0].ElapsedMilliseconds} {Stopwatch.Frequency} {chance} {fixedSeed} {Guid.NewGuid()} {Random.Shared.Next(1000)} {Environment.ProcessId}";
                }
                static TimeSpan Measured(Stopwatch watch) => watch.Elapsed;
            }
            """;
        var first = StudentRun.Of(source);
        Assert.That(first.Thrown, Is.Null);
        Assert.That((string)first.Result!, Does.StartWith("2030-01-01T08:00:00.0000000Z 6 2000 2000 10000000 other True").And.EndsWith(" 42"));
        Assert.That(StudentRun.Of(source).Result, Is.EqualTo(first.Result));
        Assert.That(Guid.Parse(((string)first.Result!).Split(' ')[7]).Version, Is.EqualTo(4));
    }

    [Test]
    public void Chance_is_the_runs_whoever_makes_the_generator()
    {
        const string source = """
            using System.Text.Json;
            public sealed class Bag { public Random? Chance { get; set; } }
            public static class Student
            {
                public static string Run() => string.Join(' ', new Lazy<Random>().Value.Next(), Made<Random>().Next(), JsonSerializer.Deserialize<Bag>("{\"Chance\":{}}")!.Chance!.Next(), JsonSerializer.Deserialize<Random>("{}")!.Next());
                static T Made<T>() where T : new() => new();
            }
            """;
        var first = StudentRun.Of(source);
        Assert.That(first.Operations, Is.EqualTo(Enumerable.Repeat(new DrawSeed(), 4)));
        Assert.That(StudentRun.Of(source).Result, Is.EqualTo(first.Result));
    }

    [Test]
    public void Values_on_the_stack_survive_a_call_inserted_above_them()
    {
        var run = StudentRun.Of("""
            using ExerciseKit.Multiprocessing;
            public static class Student
            {
                public static string Run()
                {
                    var gate = new Gate();
                    ref var cell = ref new[] { 1, 2 }[1];
                    cell += Next(gate) + Math.Max(Next(gate), gate.TryAcquire(out var a) ? Next(gate) + a : File.ReadAllLines("none").Length);
                    var parts = new[] { gate.Name, Environment.ProcessId > 1 ? gate.Name + "!" : "", gate?.Name ?? "null", (a, cell) switch { (7, > 3) => gate!.Name, _ => throw new Exception() } };
                    return string.Concat(parts[0], parts[1], parts[2], string.Join("+", parts.Select(p => p.Length + gate!.Name.Length))) + cell;
                }
                static int Next(Gate gate) { try { return gate.Name.Length; } finally { gate.Acquire(); } }
            }
            """);
        Assert.That(run.Result, Is.EqualTo("gategate!gate8+9+8+817"));
    }

    private static IEnumerable<(string Name, string Signature)> Members(Type type) => type.GetMembers(Visible)
        .Where(m => m is MethodBase { IsPublic: true } or MethodBase { IsFamily: true } or MethodBase { IsFamilyOrAssembly: true } or FieldInfo { IsPublic: true })
        .Where(m => m is not ConstructorInfo { IsStatic: true })
        .Select(m => (m.Name, m is MethodBase method ? Signatures.Of(method) : ""));

    private static bool Same(MethodInfo shim, MethodBase original, bool wholly)
    {
        var returned = original is MethodInfo method ? method.ReturnType : original.DeclaringType!;
        return (wholly || shim.IsStatic)
            && Shim.MethodFor(original.Name) == shim.Name
            && Signatures.Of(shim) == Signatures.Of(original)
            && (shim.ReturnType == returned || shim.ReturnType.GetCustomAttribute<StandsForAttribute>() is { Wholly: true } stands && stands.Type == returned);
    }
}
