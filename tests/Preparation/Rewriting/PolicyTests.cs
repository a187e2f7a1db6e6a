using ExerciseKit.Contract;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Rewriting;

namespace ExerciseKit.Tests.Preparation.Rewriting;

[CancelAfter(60_000)]
public sealed class PolicyTests
{
    [TestCase("new Thread(() => { }).Start();", "new System.Threading.Thread", "ChildProcess")]
    [TestCase("System.Threading.Tasks.Task.Run(() => { });", "System.Threading.Tasks.Task.Run", "ProcessPool")]
    [TestCase("lock (new object()) { }", "System.Threading.Monitor.Enter", "ProcessLock")]
    [TestCase("var n = 0; Interlocked.Increment(ref n);", "System.Threading.Interlocked.Increment", "SharedValue")]
    [TestCase("using var m = new Mutex();", "System.Threading.Mutex", "ProcessLock")]
    [TestCase("Console.ReadLine();", "System.Console.ReadLine", "arguments")]
    [TestCase("File.ReadAllBytes(\"f\");", "System.IO.File.ReadAllBytes", "ReadAllText")]
    [TestCase("File.Replace(\"a\", \"b\", null);", "System.IO.File.Replace", "File.Move")]
    [TestCase("using var s = new BufferedStream(null!);", "System.IO.BufferedStream", "File.ReadAllText")]
    [TestCase("Path.GetTempPath();", "System.IO.Path.GetTempPath", "private folder")]
    [TestCase("Path.GetFullPath(\"x\");", "System.IO.Path.GetFullPath", "private folder")]
    [TestCase("Environment.GetEnvironmentVariable(\"PATH\");", "System.Environment.GetEnvironmentVariable", "arguments")]
    [TestCase("_ = Environment.CurrentManagedThreadId;", "System.Environment.CurrentManagedThreadId", "CurrentProcess")]
    [TestCase("_ = TimeProvider.System;", "System.TimeProvider.System", "DateTime.UtcNow")]
    [TestCase("System.Diagnostics.Process.Start(\"sh\");", "System.Diagnostics.Process.Start", "ChildProcess")]
    [TestCase("_ = typeof(string).Assembly;", "System.Type.Assembly", "reflection")]
    [TestCase("_ = typeof(string).GetMethods();", "System.Type.GetMethods", "reflection")]
    [TestCase("Func<int> f = () => 1; _ = f.Method;", "System.Delegate.Method", "direct call")]
    [TestCase("Activator.CreateInstance(typeof(string));", "System.Activator.CreateInstance", "new")]
    [TestCase("dynamic d = 1; d.Foo();", "System.Runtime.CompilerServices.CallSite", "reflection")]
    [TestCase("System.Linq.Expressions.Expression<Func<int>> e = () => 1;", "System.Linq.Expressions.Expression", "lambda")]
    [TestCase("new[] { 1 }.AsParallel();", "System.Linq.ParallelEnumerable.AsParallel", "Enumerable")]
    [TestCase("GC.Collect();", "System.GC.Collect", "graded run")]
    [TestCase("_ = \"x\".GetHashCode();", "System.Object.GetHashCode", "value itself")]
    [TestCase("_ = HashCode.Combine(1, 2);", "System.HashCode.Combine", "value itself")]
    [TestCase("Func<int> f = new object().GetHashCode;", "System.Object.GetHashCode", "value itself")]
    [TestCase("System.Globalization.CultureInfo.CurrentCulture = null!;", "System.Globalization.CultureInfo.CurrentCulture", "InvariantCulture")]
    [TestCase("Span<int> s = stackalloc int[4]; s[0] = 1;", "stackalloc", "array")]
    [TestCase("unsafe { int n = 1; int* p = &n; *p = 2; }", "a pointer", "safe code")]
    [TestCase("unsafe { delegate*<int, int> f = &Math.Abs; f(1); }", "a pointer", "safe code")]
    [TestCase("Console.WriteLine(new object() is System.Net.Sockets.Socket);", "System.Net.Sockets.Socket", "Pipe.Create()")]
    [TestCase("new List<Thread>().Clear();", "", "")]
    [TestCase("_ = new System.Collections.Concurrent.ConcurrentQueue<int>();", "new System.Collections.Concurrent.ConcurrentQueue", "ProcessQueue")]
    [TestCase("ExerciseKit.Contract.Sessions.AgentSession.Current = null;", "ExerciseKit.Contract.Sessions.AgentSession", "public types")]
    [TestCase("unsafe { *(int*)4096 = 1; }", "System.Security.UnverifiableCodeAttribute", "safe code")]
    [TestCase("_ = new[] { 1, 2 }.Shuffle().First();", "System.Linq.Enumerable.Shuffle", "Random.Shared.Shuffle")]
    [TestCase("_ = ((System.Collections.IStructuralEquatable)new[] { 1 }).GetHashCode(EqualityComparer<object>.Default);", "System.Collections.IStructuralEquatable.GetHashCode", "value")]
    [TestCase("_ = new System.Text.RegularExpressions.Regex(\"x\", default, TimeSpan.Zero);", "new System.Text.RegularExpressions.Regex", "without a timeout")]
    [TestCase("Guid.CreateVersion7();", "System.Guid.CreateVersion7", "NewGuid")]
    public void What_is_not_on_the_list_is_refused_with_its_line_and_a_way_out(string statement, string member, string instead)
    {
        var refusals = StudentAssembly.Refusals($$"""
            public static class Student
            {
                public static void Run()
                {
                    {{statement}}
                }
            }
            """);
        if (member.Length == 0)
        {
            // A thread type without a thread does nothing, but Sleep makes the type's name known: only its members are refused.
            Assert.That(refusals, Is.Empty);
            return;
        }

        Assert.That(refusals.Select(r => r.Member), Has.Some.StartsWith(member));
        // That the whole module is unsafe has no place.
        Assert.That(refusals.Select(r => r.Site).Where(s => s.IsKnown), Has.All.EqualTo(new CallSite("Student.cs", 5)).Or.EqualTo(new CallSite("Student.cs", 4)));
        Assert.That(refusals.First(r => r.Member.StartsWith(member, StringComparison.Ordinal)).Reason.En, Does.Contain(instead).And.StartWith(member));
    }

    [TestCase("public class Student : Random { }", "System.Random")]
    [TestCase("public class Student { ~Student() { } }", "a finalizer")]
    [TestCase("public class Student { [ThreadStatic] static int n; public int N => n; }", "System.ThreadStaticAttribute")]
    [TestCase("public class Student { [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid(); }", "an extern method")]
    [TestCase("public class Student { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Go() { } }", "System.Runtime.CompilerServices.ModuleInitializerAttribute")]
    [TestCase("public class Student { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"x\")] extern static void X(string s); }", "System.Runtime.CompilerServices.UnsafeAccessorAttribute")]
    [TestCase("public class Student { public async System.Threading.Tasks.Task Run() { await System.Threading.Tasks.Task.Yield(); } }", "System.Runtime.CompilerServices.IAsyncStateMachine")]
    [TestCase("public class Student { System.Net.Http.HttpClient? Client; }", "System.Net.Http.HttpClient")]
    [TestCase("public class Student<T> where T : System.Threading.Tasks.Task { }", "System.Threading.Tasks.Task")]
    [TestCase("namespace System { public class ThreadStaticAttribute : Attribute { } }", "a type of your own in System")]
    [TestCase(Explicit + "public struct Student { " + Overlaid + " }", "an explicit layout")]
    [TestCase(Explicit + "file struct Student { " + Overlaid + " }", "an explicit layout")]
    [TestCase("[System.Runtime.CompilerServices.CompilerGenerated] " + Explicit + "file class Student { " + Overlaid + " }", "an explicit layout")]
    [TestCase("file class Student { " + Explicit + "public struct Inner { " + Overlaid + " } }", "an explicit layout")]
    [TestCase("public class Student : ISpanFormattable { public string ToString(string? f, IFormatProvider? p) => \"\"; public bool TryFormat(Span<char> to, out int n, ReadOnlySpan<char> f, IFormatProvider? p) { n = to.Length; return true; } }", "a type of your own that is System.ISpanFormattable")]
    [TestCase("public struct Student : IUtf8SpanFormattable { public bool TryFormat(Span<byte> to, out int n, ReadOnlySpan<char> f, IFormatProvider? p) { n = to.Length; return true; } }", "a type of your own that is System.IUtf8SpanFormattable")]
    [TestCase("public class Student { public override int GetHashCode() { Func<int> f = new object().GetHashCode; return f(); } }", "System.Object.GetHashCode")]
    [TestCase("public class Student { public override int GetHashCode() { Func<object, object, int> f = HashCode.Combine; return f(1, 2); } }", "System.HashCode.Combine")]
    [TestCase("public class Student { event Action? Told { [System.Runtime.CompilerServices.CompilerGenerated] add { var n = 0; Interlocked.CompareExchange(ref n, 1, 0); } remove { } } }", "System.Threading.Interlocked.CompareExchange")]
    [TestCase("public class Student { public void Run(System.Reflection.MethodInfo method) { } }", "System.Reflection.MethodInfo")]
    public void Signatures_fields_bases_and_attributes_are_looked_at_too(string source, string member) =>
        Assert.That(StudentAssembly.Refusals(source).Select(r => r.Member), Has.Some.EqualTo(member));

    [Test]
    public void What_a_refused_call_takes_of_itself_is_not_told_beside_it()
    {
        var refusals = StudentAssembly.Refusals("public static class Student\n{\n    public static void Run(System.Text.Json.Nodes.JsonNode node)\n    {\n        using var writer = new System.Text.Json.Utf8JsonWriter((System.Buffers.IBufferWriter<byte>)null!);\n        System.Text.Json.JsonWriterOptions written = default;\n        _ = written;\n    }\n}");

        Assert.That(refusals.Where(r => r.Site.Line == 5).Select(r => r.Member), Has.None.EqualTo("System.Text.Json.JsonWriterOptions").And.Some.EqualTo("new System.Text.Json.Utf8JsonWriter"));
        Assert.That(refusals.Where(r => r.Site.Line == 6).Select(r => r.Member), Is.EqualTo(new[] { "System.Text.Json.JsonWriterOptions" }), "What the student wrote is told.");
    }

    [Test]
    public void Ordinary_code_is_accepted()
    {
        var outcome = StudentAssembly.Rewrite(Ordinary);
        Assert.That((outcome as Refused)?.Refusals.Select(r => $"{r.Site} {r.Reason.En}") ?? [], Is.Empty);
        Assert.That((StudentAssembly.Rewrite(Ordinary, optimized: true) as Refused)?.Refusals.Select(r => $"{r.Site} {r.Reason.En}") ?? [], Is.Empty);
    }

    [Test]
    public void Ordinary_code_does_what_it_did() =>
        Assert.That(StudentRun.Of(Ordinary).Result, Is.EqualTo("3|b:2,a:1|{\"Name\":\"p\",\"Tags\":[\"x\"]}|p|P { Name = p, Tags = System.String[] }|6|True|AaBb|8|x1|many|ok|1,2,3"));

    [Test]
    public void An_exercise_may_allow_more()
    {
        const string source = "public static class Student { public static void Run() { var q = new System.Collections.Concurrent.ConcurrentQueue<int>(); q.Enqueue(1); Path.GetFullPath(\"x\"); } }";
        Assert.That(StudentAssembly.Refusals(source), Has.Count.EqualTo(2));
        Assert.That(StudentAssembly.Refusals(source, "System.Collections.Concurrent.ConcurrentQueue", "System.IO.Path::GetFullPath"), Is.Empty);
    }

    [Test]
    public void A_type_of_the_students_own_may_be_named_like_one_of_the_kit_or_framework() =>
        Assert.That(StudentAssembly.Refusals("namespace Mine { public class Gate { public void Start() { } } public class Task { public static Task Run() => new(); } public class Use { public void U() { new Gate().Start(); Task.Run(); } } }"), Is.Empty);

    [Test]
    public void An_unreadable_rule_is_the_graders_fault() =>
        Assert.That(() => AllowListText.Parse(["permit System.Math"], "list").ToArray(), Throws.InstanceOf<ExerciseKit.Contract.Faults.GraderFaultException>().With.Message.Contains("list, line 1"));

    private const string Explicit = "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] ";

    private const string Overlaid = "[System.Runtime.InteropServices.FieldOffset(0)] public string? Text; [System.Runtime.InteropServices.FieldOffset(0)] public char[]? Chars;";

    private const string Ordinary = """
        using System.Collections.Immutable;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Text.RegularExpressions;
        public record P([property: JsonPropertyName("Name")] string Name, string[] Tags);
        public readonly record struct Q(int X, (int, string) Y);
        public enum Kind { One, Two }
        public interface IShape { double Area { get; } static virtual int Sides => 0; }
        public sealed class Square(double side) : IShape, IComparable<Square>, IEquatable<Square>
        {
            public event EventHandler? Changed;
            public event Action<int>? Moved;
            public double Area => side * side;
            public int CompareTo(Square? other) => Area.CompareTo(other?.Area);
            public bool Equals(Square? other) => other is { } o && o.Area == Area;
            public override bool Equals(object? obj) => Equals(obj as Square);
            public override int GetHashCode() => HashCode.Combine(side, Area.GetHashCode());
            public void Move() { Changed?.Invoke(this, EventArgs.Empty); Moved?.Invoke(1); }
        }
        public sealed class SaleException(string message, Exception? inner = null) : Exception(message, inner);
        public static class Student
        {
            private static volatile int counter;
            public static string Run()
            {
                var words = "b a b".Split(' ');
                var counts = words.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}");
                var p = new P("p", ["x"]);
                var json = JsonSerializer.Serialize(p, new JsonSerializerOptions { WriteIndented = false });
                var back = JsonSerializer.Deserialize<P>(json)!;
                var node = JsonNode.Parse(json)!["Name"]!.GetValue<string>();
                using var document = JsonDocument.Parse(json);
                var set = new HashSet<Q> { new(1, (2, "c")), new Q(1, (2, "c")) with { X = 2 } };
                var text = new StringBuilder().Append("Aa").AppendFormat("{0}", "Bb").ToString();
                var list = ImmutableList.Create(1, 2, 3).Add(4);
                ReadOnlySpan<int> span = [1, 2, 3];
                var (min, max) = (span[0], span[^1]);
                int[,] grid = new int[2, 2];
                grid[1, 1] = max;
                counter = grid.Cast<int>().Sum();
                var square = new Square(2);
                square.Changed += (_, _) => counter++;
                square.Moved += n => counter += n;
                square.Move();
                var regex = Regex.Replace("x-", "-", m => "1");
                var size = list.Count switch { 0 => "none", < 3 => "few", _ => "many" };
                var kind = "two" switch { "one" => Kind.One, "two" => Kind.Two, "three" or "four" or "five" or "six" or "seven" => Kind.One, _ => throw new SaleException("?") };
                string result;
                try { checked { result = ((byte)(counter + 300)).ToString(); } }
                catch (OverflowException e) when (e.Message.Length > 0 && kind == Kind.Two) { result = "ok"; }
                var joined = string.Join(",", Numbers().TakeWhile(n => n < 4));
                List<int> copy = [.. list, 5];
                var due = new DateTime(2030, 1, 1).AddDays(copy.Count).Subtract(TimeSpan.FromHours(2)) > DateTime.MinValue;
                var name = p.GetType().Name + typeof(P).FullName + nameof(Student);
                Dictionary<(int, string), Square?> map = new() { [(1, "a")] = null };
                map.TryGetValue((1, "b"), out var found);
                var parsed = int.TryParse("6", out var six) && double.Parse("1.5") > 1 && Enum.TryParse<Kind>("Two", out _);
                Array.Sort(words, StringComparer.Ordinal);
                var made = Make<List<int>>().Count + new Lazy<int>(() => 3).Value;
                FormattableString formattable = $"{made}";
                nint native = made;
                var nested = from x in Enumerable.Range(1, 3) from y in new[] { x, -x } let sum = x + y where sum > 0 orderby sum descending select (x, sum);
                var text2 = nested.ToDictionary(n => n.x, n => n.sum).Aggregate("", (a, b) => a + b.Value) + formattable.ToString(System.Globalization.CultureInfo.InvariantCulture) + native;
                var queue = new PriorityQueue<string, int>();
                queue.Enqueue("first", 1);
                foreach (ref var cell in copy.ToArray().AsSpan()) cell++;
                foreach (var (key, value) in new SortedDictionary<string, int> { ["k"] = 1 }) joined += value > 1 ? key : "";
                goto done;
                done:
                System.Threading.Thread.Sleep(text2.Length > 0 ? 0 : 1);
                return $"{words.Length}|{string.Join(',', counts)}|{json}|{back.Name}|{p}|{six}|{parsed && due && found is null}|{text}|{counter + max}|{regex}|{size}|{result}|{joined}";
            }
            static T Make<T>() where T : new() => new();
            static IEnumerable<int> Numbers() { for (var i = 1; ; i++) yield return i; }
        }
        """;
}
