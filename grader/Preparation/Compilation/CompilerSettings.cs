using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>A compiler invocation, ready to compile with: options, references, and the trees of generated files.</summary>
internal sealed record CompilerSettings(
    CSharpParseOptions ParseOptions,
    CSharpCompilationOptions CompilationOptions,
    EmitOptions EmitOptions,
    SourceHashAlgorithm ChecksumAlgorithm,
    EquatableArray<MetadataReference> References,
    EquatableArray<SyntaxTree> GeneratedTrees,
    EquatableArray<string> Analyzers)
{
    /// <summary>Reads the arguments as the compiler does. Departs from them in what the grader needs: a library, by one thread, into memory.</summary>
    /// <exception cref="GraderFaultException">The arguments are not the compiler's.</exception>
    public static CompilerSettings From(CompilerInvocation invocation)
    {
        var arguments = Parse(invocation.Arguments);
        if (arguments.Errors.FirstOrDefault(e => e.Severity == DiagnosticSeverity.Error && e.Id != NoSourceFiles) is { } error)
            throw new GraderFaultException($"The compiler's arguments are not understood: {error.GetMessage()} Is the SDK newer than the kit?");
        var texts = invocation.GeneratedFiles.ToDictionary(f => f.Path, f => f.Text);
        var parseOptions = arguments.ParseOptions;
        var options = arguments.CompilationOptions
            .WithOutputKind(OutputKind.DynamicallyLinkedLibrary)
            .WithDeterministic(true)
            // Its other threads have small stacks.
            .WithConcurrentBuild(false)
            .WithSyntaxTreeOptionsProvider(ConfiguredSeverities.From(arguments.AnalyzerConfigPaths, texts));
        var references = arguments.MetadataReferences.Select(r => (MetadataReference)MetadataReference.CreateFromFile(r.Reference, r.Properties));
        var trees = arguments.SourceFiles.Select(f => CSharpSyntaxTree.ParseText(
            SourceText.From(texts[f.Path], System.Text.Encoding.UTF8, arguments.ChecksumAlgorithm), parseOptions, Path.GetFileName(f.Path)));
        return new CompilerSettings(
            parseOptions,
            options,
            arguments.EmitOptions.WithDebugInformationFormat(DebugInformationFormat.PortablePdb),
            arguments.ChecksumAlgorithm,
            references.ToEquatableArray(),
            trees.ToEquatableArray(),
            arguments.AnalyzerReferences.Select(a => a.FilePath).ToEquatableArray());
    }

    /// <summary>The assemblies and analyzers that arguments name.</summary>
    public static IEnumerable<string> ReferencesIn(EquatableArray<string> compilerArguments)
    {
        var arguments = Parse(compilerArguments);
        return arguments.MetadataReferences.Select(r => r.Reference).Concat(arguments.AnalyzerReferences.Select(a => a.FilePath));
    }

    private const string NoSourceFiles = "CS2008";

    private static CSharpCommandLineArguments Parse(EquatableArray<string> arguments) =>
        CSharpCommandLineParser.Default.Parse(arguments, CompilerInvocation.Folder, sdkDirectory: null);
}
