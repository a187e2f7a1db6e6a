using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Tests.Preparation.Rewriting;

/// <summary>Compiles sources as an exercise's build does.</summary>
internal static class StudentAssembly
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;";

    private static readonly MetadataReference[] Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CSharp", StringComparison.Ordinal) || name == "netstandard.dll"))
            .Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>A stand-in for the kit, with every shape that its primitives have: the weaver goes by the assembly's name.</summary>
    public static readonly byte[] Kit = Emit("ExerciseKit.Multiprocessing", """
        namespace ExerciseKit.Multiprocessing;
        public sealed class Gate : IDisposable
        {
            public static Gate Made() => new();
            public Gate() => Tell("new");
            public string Name { get { Tell("name"); return "gate"; } }
            public void Acquire() => Tell("acquire");
            public bool TryAcquire(out int waited) { waited = 7; Tell("try"); return true; }
            public Scope EnterScope() { Tell("enter"); return new Scope(this); }
            public void Dispose() => Tell("dispose");
            public readonly struct Scope(Gate gate) : IDisposable { public void Dispose() => gate.Leave(); }
            private void Leave() => Tell("leave");
            internal static void Tell(string what) => ExerciseKit.Contract.Sessions.AgentSession.Current!.Perform(new ExerciseKit.Contract.Operations.WriteConsole(default, what));
        }
        public class Box<T>
        {
            private T? item;
            public virtual void Put(T value) { item = value; Gate.Tell("put"); }
            public T Get() { Gate.Tell("get"); return item!; }
            public U As<U>(U fallback) { Gate.Tell("as"); return item is U u ? u : fallback; }
        }
        """, [MetadataReference.CreateFromFile(typeof(Operation).Assembly.Location)]).Assembly;

    private static readonly MetadataReference[] All =
        [.. Framework, MetadataReference.CreateFromImage(Kit), MetadataReference.CreateFromFile(typeof(Operation).Assembly.Location)];

    public static (byte[] Assembly, byte[] Symbols) Compile(string source, bool optimized = false) => Emit("Student", source, All, optimized);

    public static RewriteOutcome Rewrite(string source, bool optimized = false, params string[] allow)
    {
        var (assembly, symbols) = Compile(source, optimized);
        return Rewriter.Rewrite(assembly, symbols, AllowList.Standard.With(allow));
    }

    public static EquatableArray<PolicyRefusal> Refusals(string source, params string[] allow) =>
        Rewrite(source, allow: allow) is Refused refused ? refused.Refusals : [];

    public static Rewritten Accepted(string source, bool optimized = false)
    {
        var outcome = Rewrite(source, optimized);
        Assert.That(outcome, Is.InstanceOf<Rewritten>(), () => outcome.ToString() + string.Join('\n', (outcome as Refused)?.Refusals ?? []));
        return (Rewritten)outcome;
    }

    private static (byte[] Assembly, byte[] Symbols) Emit(string name, string source, IEnumerable<MetadataReference> references, bool optimized = false)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), parse, $"{name}.cs"),
            CSharpSyntaxTree.ParseText(SourceText.From(Usings, Encoding.UTF8), parse, "Usings.cs"),
        ];
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: optimized ? OptimizationLevel.Release : OptimizationLevel.Debug,
            allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal),
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(name, trees, name == "Student" ? references : references.Concat(Framework), options);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.That(result.Success, Is.True, () => string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return (assembly.ToArray(), symbols.ToArray());
    }
}
