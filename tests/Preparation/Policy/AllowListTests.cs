using System.Reflection;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Shims;
using ExerciseKit.Tests.Preparation.Rewriting;

namespace ExerciseKit.Tests.Preparation.Policy;

/// <summary>What the standard list keeps out, family by family, and what a student is told of it.</summary>
[CancelAfter(120_000)]
public sealed partial class AllowListTests
{
    private const int Line = 7;

    [TestCase("reflection", "_ = Type.GetType(\"System.Threading.Thread\");", "System.Type.GetType", "a direct call")]
    [TestCase("reflection", "_ = o.GetType().BaseType;", "System.Type.BaseType", "a direct call")]
    [TestCase("reflection", "_ = System.Reflection.Assembly.GetExecutingAssembly();", "System.Reflection.Assembly.GetExecutingAssembly", "a direct call")]
    [TestCase("reflection", "_ = Activator.CreateInstance(\"a\", \"b\");", "System.Activator.CreateInstance", "new")]
    [TestCase("reflection", "Func<int> f = () => 1; _ = f.DynamicInvoke();", "System.Delegate.DynamicInvoke", "a direct call of the delegate")]
    [TestCase("reflection", "Func<int> f = () => 1; _ = f.Target;", "System.Delegate.Target", "a direct call of the delegate")]
    [TestCase("reflection", "_ = new Exception().TargetSite;", "System.Exception.TargetSite", "Message")]
    [TestCase("reflection", "_ = new System.Diagnostics.StackTrace().GetFrame(0);", "new System.Diagnostics.StackTrace", "Exception.ToString()")]
    [TestCase("reflection", "dynamic d = o; d.Foo();", "System.Runtime.CompilerServices.CallSite", "a type the compiler knows")]
    [TestCase("reflection", "System.Linq.Expressions.Expression<Func<int>> e = () => 1; e.Compile();", "System.Linq.Expressions.Expression", "a lambda")]
    [TestCase("reflection", "_ = new[] { 1 }.AsQueryable();", "System.Linq.Queryable.AsQueryable", "LINQ to objects")]
    [TestCase("reflection", "_ = new System.Dynamic.ExpandoObject();", "new System.Dynamic.ExpandoObject", "a type the compiler knows")]
    [TestCase("reflection", "_ = new System.Reflection.Emit.DynamicMethod(\"x\", null, null);", "new System.Reflection.Emit.DynamicMethod", "a direct call")]
    [TestCase("serializers", "_ = new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = null };", "System.Text.Json.JsonSerializerOptions.TypeInfoResolver", "attributes")]
    [TestCase("serializers", "_ = new System.Text.Json.JsonSerializerOptions().GetTypeInfo(typeof(int));", "System.Text.Json.JsonSerializerOptions.GetTypeInfo", "attributes")]
    [TestCase("serializers", "_ = new System.Xml.Serialization.XmlSerializer(o.GetType());", "new System.Xml.Serialization.XmlSerializer", "JSON")]
    [TestCase("serializers", "_ = new System.Runtime.Serialization.DataContractSerializer(typeof(int));", "new System.Runtime.Serialization.DataContractSerializer", "plain code")]
    [TestCase("memory", "_ = System.Runtime.InteropServices.MemoryMarshal.AsMemory(\"x\".AsMemory());", "System.Runtime.InteropServices.MemoryMarshal.AsMemory", "managed code only")]
    [TestCase("memory", "_ = System.Runtime.InteropServices.Marshal.AllocHGlobal(3);", "System.Runtime.InteropServices.Marshal.AllocHGlobal", "managed code only")]
    [TestCase("memory", "_ = System.Runtime.InteropServices.GCHandle.Alloc(o);", "System.Runtime.InteropServices.GCHandle.Alloc", "managed code only")]
    [TestCase("memory", "_ = System.Runtime.InteropServices.NativeLibrary.Load(\"libc\");", "System.Runtime.InteropServices.NativeLibrary.Load", "managed code only")]
    [TestCase("memory", "unsafe { System.Runtime.InteropServices.NativeMemory.Alloc(3); }", "System.Runtime.InteropServices.NativeMemory.Alloc", "managed code only")]
    [TestCase("memory", "_ = System.Runtime.CompilerServices.Unsafe.As<object, int[]>(ref o);", "System.Runtime.CompilerServices.Unsafe.As", "plain references and casts")]
    [TestCase("memory", "_ = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(string));", "System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject", "plain code")]
    [TestCase("memory", "_ = RuntimeTypeHandle.FromIntPtr(4096);", "System.RuntimeTypeHandle.FromIntPtr", "addresses")]
    [TestCase("memory", "System.Numerics.Vector.StoreUnsafe(default(System.Numerics.Vector<int>), ref number, 4096);", "System.Numerics.Vector", "plain arithmetic")]
    [TestCase("memory", "_ = System.Numerics.Vector4.LoadUnsafe(ref real, 4096);", "System.Numerics.Vector4.LoadUnsafe", "plain arithmetic")]
    [TestCase("memory", "_ = __makeref(number);", "a typed reference", "ref")]
    [TestCase("memory", "_ = string.Intern(\"x\");", "System.String.Intern", "the string itself")]
    [TestCase("processes", "_ = System.Diagnostics.Process.GetCurrentProcess();", "System.Diagnostics.Process.GetCurrentProcess", "ChildProcess")]
    [TestCase("processes", "Environment.FailFast(\"x\");", "System.Environment.FailFast", "Environment.Exit")]
    [TestCase("processes", "Environment.ExitCode = 3;", "System.Environment.ExitCode", "Environment.Exit")]
    [TestCase("threads", "new Thread(() => { }).Start();", "new System.Threading.Thread", "ChildProcess")]
    [TestCase("threads", "System.Threading.Tasks.Parallel.For(0, 3, _ => { });", "System.Threading.Tasks.Parallel.For", "ProcessPool")]
    [TestCase("threads", "ThreadPool.QueueUserWorkItem(_ => { });", "System.Threading.ThreadPool.QueueUserWorkItem", "ProcessPool")]
    [TestCase("threads", "_ = new Timer(_ => { });", "new System.Threading.Timer", "ChildProcess")]
    [TestCase("threads", "_ = new System.Timers.Timer();", "new System.Timers.Timer", "ChildProcess")]
    [TestCase("threads", "_ = new PeriodicTimer(TimeSpan.FromSeconds(1));", "new System.Threading.PeriodicTimer", "the kit's primitives")]
    [TestCase("threads", "_ = new AsyncLocal<int>();", "new System.Threading.AsyncLocal", "the kit's primitives")]
    [TestCase("threads", "_ = new ThreadLocal<int>();", "new System.Threading.ThreadLocal", "the kit's primitives")]
    [TestCase("threads", "_ = new System.ComponentModel.BackgroundWorker();", "new System.ComponentModel.BackgroundWorker", "the kit's primitives")]
    [TestCase("network", "_ = new System.Net.Sockets.TcpClient();", "new System.Net.Sockets.TcpClient", "Pipe.Create()")]
    [TestCase("network", "_ = new System.Net.Http.HttpClient();", "new System.Net.Http.HttpClient", "Pipe.Create()")]
    [TestCase("network", "_ = System.Net.Dns.GetHostName();", "System.Net.Dns.GetHostName", "Pipe.Create()")]
    [TestCase("network", "_ = new System.IO.Pipes.NamedPipeServerStream(\"x\");", "new System.IO.Pipes.NamedPipeServerStream", "Pipe.Create()")]
    [TestCase("files", "_ = new BufferedStream(null!);", "new System.IO.BufferedStream", "File.ReadAllText")]
    [TestCase("files", "_ = new FileStream(\"x\", new FileStreamOptions());", "new System.IO.FileStream", "new FileStream(path, mode)")]
    [TestCase("files", "new StreamReader(\"x\").ReadToEndAsync();", "System.IO.TextReader.ReadToEndAsync", "File.ReadAllText")]
    [TestCase("files", "_ = Directory.GetFiles(\".\");", "System.IO.Directory.GetFiles", "plain file names")]
    [TestCase("files", "_ = File.GetLastWriteTime(\"x\");", "System.IO.File.GetLastWriteTime", "content")]
    [TestCase("files", "File.CreateSymbolicLink(\"x\", \"y\");", "System.IO.File.CreateSymbolicLink", "plain file")]
    [TestCase("files", "_ = Path.GetTempFileName();", "System.IO.Path.GetTempFileName", "private folder")]
    [TestCase("files", "_ = DriveInfo.GetDrives();", "System.IO.DriveInfo.GetDrives", "File.ReadAllText")]
    [TestCase("files", "_ = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(\"x\", 10);", "System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew", "SharedValue")]
    [TestCase("environment", "_ = Environment.GetCommandLineArgs();", "System.Environment.GetCommandLineArgs", "arguments")]
    [TestCase("environment", "_ = Environment.MachineName;", "System.Environment.MachineName", "a constant")]
    [TestCase("environment", "_ = OperatingSystem.IsLinux();", "System.OperatingSystem.IsLinux", "plain C#")]
    [TestCase("assemblies", "_ = System.Reflection.Assembly.LoadFrom(\"x\");", "System.Reflection.Assembly.LoadFrom", "a direct call")]
    [TestCase("assemblies", "_ = System.Runtime.Loader.AssemblyLoadContext.Default;", "System.Runtime.Loader.AssemblyLoadContext.Default", "a class of your own")]
    [TestCase("statics", "System.Globalization.CultureInfo.DefaultThreadCurrentCulture = null;", "System.Globalization.CultureInfo.DefaultThreadCurrentCulture", "InvariantCulture")]
    [TestCase("statics", "System.Globalization.CultureInfo.CurrentCulture.NumberFormat = null!;", "System.Globalization.CultureInfo.NumberFormat", "InvariantCulture")]
    [TestCase("statics", "AppContext.SetSwitch(\"x\", true);", "System.AppContext.SetSwitch", "a constant")]
    [TestCase("statics", "AppDomain.CurrentDomain.FirstChanceException += (_, _) => { };", "System.AppDomain.CurrentDomain", "hooks")]
    [TestCase("statics", "_ = System.Runtime.GCSettings.LatencyMode;", "System.Runtime.GCSettings.LatencyMode", "plain code")]
    [TestCase("statics", "GC.SuppressFinalize(o);", "System.GC.SuppressFinalize", "no collection by hand")]
    [TestCase("statics", "_ = new WeakReference(o);", "new System.WeakReference", "a plain reference")]
    [TestCase("statics", "Console.SetIn(null!);", "System.Console.SetIn", "arguments")]
    [TestCase("statics", "Console.SetOut(null!);", "System.Console.SetOut", "Console.WriteLine")]
    [TestCase("statics", "System.Text.Encoding.RegisterProvider(null!);", "System.Text.Encoding.RegisterProvider", "plain C#")]
    [TestCase("statics", "System.Diagnostics.Trace.Listeners.Clear();", "System.Diagnostics.Trace.Listeners", "Console.WriteLine")]
    [TestCase("hashes", "_ = StringComparer.Ordinal.GetHashCode(\"x\");", "System.StringComparer.GetHashCode", "the value itself")]
    [TestCase("hashes", "_ = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(o);", "System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode", "the value itself")]
    [TestCase("hashes", "_ = new System.Collections.Hashtable();", "new System.Collections.Hashtable", "Dictionary")]
    [TestCase("the kit", "_ = ExerciseKit.Contract.Sessions.AgentSession.Current;", "ExerciseKit.Contract.Sessions.AgentSession", "the public types")]
    public void A_refusal_names_file_line_member_and_the_way_out(string family, string statement, string member, string instead)
    {
        var refusals = StudentAssembly.Refusals($$"""
            public static class Student
            {
                static int number;
                static float real;
                public static void Run(object o)
                {
                    {{statement}}
                }
            }
            """);

        var refusal = refusals.FirstOrDefault(r => r.Member == member) ?? refusals.FirstOrDefault(r => r.Member.StartsWith(member, StringComparison.Ordinal));
        Assert.That(refusal, Is.Not.Null, $"{family}: {string.Join('\n', refusals)}");
        // A variable stands where its method begins.
        Assert.That(refusal.Site, Is.EqualTo(new CallSite("Student.cs", Line)).Or.EqualTo(new CallSite("Student.cs", Line - 1)));
        Assert.That(refusal.Reason.En, Does.Match($@"^{Regex.Escape(member)}.* may not be used here\. Use instead: .*{Regex.Escape(instead)}"));
    }

    [TestCase("public class Student { private static readonly AsyncLocal<int> Local = new(); }", "System.Threading.AsyncLocal", 1)]
    [TestCase("public static class Student\n{\n    public static async void Run() { await System.Threading.Tasks.Task.Delay(1); }\n}", "System.Runtime.CompilerServices.IAsyncStateMachine", 3)]
    [TestCase("public class Student\n{\n    [System.Runtime.CompilerServices.ModuleInitializer]\n    public static void Go() { }\n}", "System.Runtime.CompilerServices.ModuleInitializerAttribute", 4)]
    [TestCase("namespace ExerciseKit.Multiprocessing\n{\n    public class ProcessLock { public void Acquire() { } }\n}", "a type of your own in ExerciseKit.Multiprocessing", 3)]
    [TestCase("namespace System.Runtime.CompilerServices\n{\n    public class IgnoresAccessChecksToAttribute(string name) : Attribute { public string Name => name; }\n}", "a type of your own in System.Runtime.CompilerServices", 3)]
    public void What_stands_outside_statements_has_its_line_too(string source, string member, int line)
    {
        var refusals = StudentAssembly.Refusals(source);

        Assert.That(refusals.Select(r => r.Member), Has.Some.StartsWith(member), string.Join('\n', refusals));
        Assert.That(refusals.Select(r => r.Site.IsKnown), Has.All.True, "A reason that has a place needs no second mention without one.");
        Assert.That(refusals[0].Site, Is.EqualTo(new CallSite("Student.cs", line)).Or.EqualTo(new CallSite("Student.cs", line - 1)));
    }

    [TestCase("foreach (System.Collections.DictionaryEntry e in new System.Collections.SortedList()) Console.WriteLine(e.Key);")]
    [TestCase("Step step = n => n + 1; Console.WriteLine(step(number));")]
    [TestCase("Console.WriteLine(System.Numerics.BigInteger.Pow(2, 100) + new System.Numerics.Vector2(1, 2).Length().ToString());")]
    public void What_does_no_harm_is_allowed(string statement) =>
        Assert.That(StudentAssembly.Refusals($$"""
            public static class Student
            {
                private delegate int Step(int number);
                private static int number;
                public static void Run() { number++; {{statement}} }
            }
            """), Is.Empty);

    /// <summary>Whole types are on the list, and each release adds members to them: none of these may be one that needs no unsafe code and reaches any memory.</summary>
    [Test]
    public void No_allowed_member_handles_addresses_or_goes_past_a_bound()
    {
        var found = new List<string>();
        foreach (var type in FrameworkTypes())
        {
            var name = Signatures.WithoutArity(type.FullName!.Replace('+', '/'));
            foreach (var member in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (Dangerous().IsMatch(member.Name) && AllowList.Standard.OfMember(name, member.Name, Signatures.Of(member)).IsAllowed)
                    found.Add($"{name}::{member.Name}");
            }
        }

        Assert.That(found.Distinct(), Is.Empty, "Refuse these in allow-list.txt.");
    }

    private static IEnumerable<Type> FrameworkTypes() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name!.StartsWith("System.", StringComparison.Ordinal))
            .SelectMany(name => Assembly.Load(name!).GetExportedTypes());

    // UnsafeRelaxedJsonEscaping is about HTML.
    [GeneratedRegex("Unsafe(?!RelaxedJson)|Pinnable|IntPtr$|Uninitialized|^Load(Aligned|$)|^Store(Aligned|$)|Dangerous|Unmanaged|FunctionPointer")]
    private static partial Regex Dangerous();
}
