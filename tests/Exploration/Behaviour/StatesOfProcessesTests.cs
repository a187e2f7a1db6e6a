using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Exploration.Behaviour;

/// <summary>A process that says that it is in a state that it was in before is followed no further; one that is not, is.</summary>
public sealed class StatesOfProcessesTests
{
    private static readonly Property GaveUp = new Sometimes<int>("it gave up", Observe.Count(LinePattern.Like("gave up")), n => n == 1);

    /// <summary>Types through which the framework changes what no code of the student's does; each is there only for who uses it.</summary>
    private static readonly (string Name, string Text)[] Beside =
    [
        ("Many", "public interface ICounted { int Count { get; } void Add(int n); } public sealed class Many : List<int>, ICounted;"),
        ("Once", """
            public sealed class Once(IEnumerable<int> all) : IEnumerable<int>
            {
                private readonly IEnumerator<int> at = all.GetEnumerator();

                public IEnumerator<int> GetEnumerator() => at;

                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => at;
            }
            """),
    ];

    private Workbench bench = null!;

    /// <summary>Loops that end after some looks by what they remember, each in another place.</summary>
    private static IEnumerable<string> Counting =>
    [
        "var n = 0; while (!done.IsSet && n < 20) n++;",
        "for (var n = 20; n > 0 && !done.IsSet; n--) { }",
        "var n = new int[1]; while (!done.IsSet && n[0] < 20) n[0]++;",
        "var n = new int[1, 1]; while (!done.IsSet && n[0, 0] < 20) n[0, 0] = n[0, 0] + 1;",
        "var seen = new List<bool>(); while (!done.IsSet && seen.Count < 20) seen.Add(false);",
        "var text = \"\"; while (!done.IsSet && text.Length < 20) text += \"x\";",
        "while (!done.IsSet && tries < 20) tries++;",
        "var box = new Box(); while (!done.IsSet && box.Tries < 20) box.Tries++;",
        "var box = new Pair(); while (!done.IsSet && box.Left < 20) box.Left++;",
        "var n = 0; Func<bool> goesOn = () => n++ < 20; while (!done.IsSet && goesOn()) { }",
        "var n = 0; while (!done.IsSet && More(ref n)) { }",
        "foreach (var n in Enumerable.Range(0, 20)) { if (done.IsSet) break; }",
        "foreach (var n in Numbers()) { if (done.IsSet) break; }",
        "Recur(done, 20);",
        "var left = new Stack<int>(Enumerable.Range(0, 20)); while (!done.IsSet && left.TryPop(out _)) { }",
        "var x = 1.0; while (!done.IsSet && x > 1e-6) x /= 2;",
        "var t = TimeSpan.Zero; while (!done.IsSet && t < TimeSpan.FromSeconds(20)) t += TimeSpan.FromSeconds(1);",
        "var d = new Random(1); while (!done.IsSet && d.Next(20) > 0) { }",
        "var text = new[] { 'a' }; while (!done.IsSet && text[0] < 'u') \"bcdefghijklmnopqrstu\".CopyTo(text[0] - 'a', text, 0, 1);",
        "var bytes = new byte[4]; while (!done.IsSet && bytes[0] < 20) BitConverter.TryWriteBytes(new Span<byte>(bytes), bytes[0] + 1);",
        "var letters = new char[4]; while (!done.IsSet && letters[0] != 'U') Convert.ToBase64CharArray(BitConverter.GetBytes((letters[0] == 0 ? 0 : letters[0] - 'A' + 1) << 2), 0, 3, letters, 0);",
        "var all = System.Collections.Immutable.ImmutableList.CreateBuilder<int>(); while (!done.IsSet && all.Count < 20) all.Add(0);",
        "var e = new InvalidOperationException { HResult = 0 }; while (!done.IsSet && e.HResult < 20) e.HResult++;",
        "ICounted all = new Many(); while (!done.IsSet && all.Count < 20) all.Add(0);",
        "var once = new Once(new List<int>(new int[20])); while (!done.IsSet && once.Any()) { }",
        "var (left, right) = Pipe.Create(); right.Send(1); try { left.Receive<string>(); } catch (InvalidOperationException) { } while (!done.IsSet) { if (!left.Poll()) break; left.Receive<object>(); }",
        "using var pool = new ProcessPool(1); var all = Enumerable.Range(0, 3).Select(n => pool.ApplyAsync(Twice, n)).ToList(); while (!all.TrueForAll(r => r.Wait(TimeSpan.FromSeconds(1)))) { } pool.Close(); pool.Join();",
        "var watch = new ProcessQueue<int>(); var i = 0; try { while (true) { if (done.IsSet) break; if (i++ == 20) throw new InvalidOperationException(); } } catch (InvalidOperationException) { }",
    ];

    /// <summary>Loops that never end while nobody sets the event.</summary>
    private static IEnumerable<string> Endless =>
    [
        "while (!done.IsSet) { }",
        "var spins = 0; while (!done.IsSet) spins++;",
        "var all = new[] { done }; while (!all.All(d => d.IsSet)) { }",
        "var all = new List<ProcessEvent> { done }; while (true) { var are = true; foreach (var d in all) are &= d.IsSet; if (are) break; }",
        "var none = tries > 0 ? (\"a\", 1) : ((string, int)?)null; while (!done.IsSet) { if (none is not null) break; }",
        "while (true) { if (Look(done)) break; Thread.Sleep(10); }",
        "while (!done.IsSet) { try { if (done.IsSet) break; } finally { Thread.Sleep(10); } }",
        "do { try { if (done.IsSet) break; throw new InvalidOperationException(); } catch (InvalidOperationException) { } } while (true);",
        "using var pool = new ProcessPool(1); var result = pool.ApplyAsync(Await, done); while (!result.Wait(TimeSpan.FromSeconds(1))) { } pool.Close(); pool.Join();",
        "File.WriteAllText(\"n\", \"0\"); while (!done.IsSet && ReadNumber(\"n\") == 0) { }",
        "var all = new List<ProcessEvent> { done }; foreach (var d in all) { while (!d.Wait(TimeSpan.FromSeconds(5))) { } }",
        "var all = new List<ProcessEvent> { done }; foreach (var d in all) { while (!d.IsSet) { } }",
        "var all = new ProcessEvent[] { done }; foreach (var d in all) { while (!d.IsSet) { } }",
        "var gate = new ProcessLock(); while (true) { using (gate.EnterScope()) { if (done.IsSet) break; } }",
    ];

    /// <summary>Loops that never end while nobody sets the event, and say so at each look.</summary>
    private static IEnumerable<string> Telling =>
    [
        "while (!done.Wait(TimeSpan.FromMilliseconds(700))) Console.Error.WriteLine(\"debug: still waiting\");",
        "foreach (var d in Enumerable.Reverse(new List<ProcessEvent> { done })) { while (!d.Wait(TimeSpan.FromMilliseconds(700))) Console.Error.WriteLine(\"debug: still waiting\"); }",
        "while (!done.Wait(TimeSpan.FromMilliseconds(700))) Console.Error.WriteLine($\"debug: {tries} still waits\");",
        "while (!done.Wait(TimeSpan.FromMilliseconds(700))) Console.Error.WriteLine($\"debug: {CurrentProcess.Name} still waits for {done.GetType().Name}\");",
        "while (!done.Wait(TimeSpan.FromMilliseconds(700))) Console.Error.WriteLine(\"debug: \" + isSet + \" still\");",
        "while (!done.IsSet) { Thread.Sleep(1000); Console.Error.WriteLine($\"set: {done.IsSet}, in vain: {done.Wait(TimeSpan.Zero)}\"); }",
        "var queue = new ProcessQueue<int>(); while (!queue.TryGet(out _, TimeSpan.FromSeconds(1))) { if (done.IsSet) break; Console.Error.WriteLine(string.Format(\"{0}: nothing yet\", isSet)); }",
        "var gate = new ProcessCondition(); using (gate.EnterScope()) { while (!done.IsSet) { if (!gate.Wait(TimeSpan.FromMinutes(1))) Console.Error.WriteLine($\"debug: {isSet} still waits\"); } }",
        "var holder = new SharedValue<string?>(\"bob\"); while (holder.Value is { } other) { if (done.Wait(TimeSpan.FromMinutes(1))) break; Console.Error.WriteLine($\"debug: still waits for {other}\"); }",
    ];

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(120_000)]
    public void A_loop_that_counts_is_followed_to_its_end([ValueSource(nameof(Counting))] string loop, CancellationToken cancellation)
    {
        var explored = Prepare(loop).Explore(Scenario.Of("nobody sets it", "Run", false), Tier.Loose, [GaveUp], cancellation);

        Assert.That(explored.Outcome, Is.TypeOf<Covered>());
        Assert.That(((Covered)explored.Outcome).Reached, Does.Contain(GaveUp));
    }

    [Test, CancelAfter(120_000)]
    public void A_loop_that_only_looks_is_a_livelock_after_few_runs([ValueSource(nameof(Endless))] string loop, CancellationToken cancellation)
    {
        var program = Prepare(loop);
        var explored = program.Explore(Scenario.Of("nobody sets it", "Run", false), Tier.Loose, [], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Livelock), explored.Outcome.ToString());
        Assert.That(explored.RealRuns, Is.LessThan(20));
        Assert.That(explored.Bound, Is.Null, "It was only followed for long.");
    }

    [Test, CancelAfter(120_000)]
    public void Neither_is_one_that_says_at_each_look_that_it_waits([ValueSource(nameof(Telling))] string loop, CancellationToken cancellation)
    {
        var explored = Prepare(loop).Explore(Scenario.Of("nobody sets it", "Run", false), Tier.Loose, [], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Livelock), explored.Outcome.ToString());
        Assert.That(explored.RealRuns, Is.LessThan(20));
    }

    [Test, CancelAfter(120_000)]
    public void It_is_right_when_somebody_does([ValueSource(nameof(Endless))] string loop, [Values] Tier tier, CancellationToken cancellation)
    {
        var explored = Prepare(loop).Explore(Scenario.Of("somebody sets it", "Run", true), tier, [], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Passed), explored.Outcome.ToString());
    }

    private ExplorableProgram Prepare(string loop) => bench.Prepare("Looker", "Run(bool isSet)", [.. Beside.Where(file => loop.Contains(file.Name)).Select(file => (file.Name + ".cs", file.Text)), ("Looker.cs", $$"""
        using ExerciseKit.Multiprocessing;

        public static class Looker
        {
            private static int tries;

            public static void Run(bool isSet)
            {
                var done = new ProcessEvent();
                if (isSet)
                    ChildProcess.Create(Set, done).Start();
                {{loop}}
                Console.WriteLine(done.IsSet ? "came" : "gave up");
            }

            private static void Set(ProcessEvent done) => done.Set();

            private static int ReadNumber(string path)
            {
                using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(path));
                return json.RootElement.GetInt32();
            }

            private static int Twice(int n) => 2 * n;

            private static bool Await(ProcessEvent done)
            {
                done.Wait();
                return done.IsSet;
            }

            private static bool Look(ProcessEvent done) => done.IsSet;

            private static bool More(ref int n) => n++ < 20;

            private static void Recur(ProcessEvent done, int left)
            {
                if (left > 0 && !done.IsSet)
                    Recur(done, left - 1);
            }

            private static IEnumerable<int> Numbers()
            {
                for (var i = 0; i < 20; i++)
                    yield return i;
            }

            private sealed class Box
            {
                public int Tries { get; set; }
            }

            private struct Pair
            {
                public int Left;
                public string Right;
            }
        }
        """)]);
}
