using ExerciseKit.Multiprocessing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Tests.Host;

/// <summary>A student's program, compiled into a folder of its own, symbols beside it.</summary>
internal sealed class StudentAssembly : IDisposable
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using ExerciseKit.Multiprocessing;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(ChildProcess).Assembly.Location)
            .Append(Path.Combine(TestContext.CurrentContext.TestDirectory, "ExerciseKit.Host.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("student-");

    public StudentAssembly(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        Location = Path.Combine(folder.FullName, "Student.dll");
        var compilation = CSharpCompilation.Create(
            "Student",
            [Parse(source, "Student.cs"), Parse(Usings, "Usings.cs")],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        using var image = File.Create(Location);
        using var symbols = File.Create(Path.ChangeExtension(Location, ".pdb"));
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.That(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty, "The test's program does not compile.");
    }

    public string Location { get; }

    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    private static SyntaxTree Parse(string source, string name) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), path: name);
}
