using System.Collections.Concurrent;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>Compiles a student's files in memory, as <c>dotnet build</c> would, with the exercise's given files but without <c>Program.cs</c>.</summary>
/// <remarks>It calls itself once a level of nesting, and nothing bounds what it uses: a source may be made for that.</remarks>
internal sealed class StudentCompiler
{
    private readonly ConcurrentDictionary<CompilerInvocation, CompilerSettings> settings = new();

    /// <summary>Compiles.</summary>
    /// <param name="name">The assembly's.</param>
    /// <param name="invocation">How the exercise's project calls the compiler.</param>
    /// <param name="given">The exercise's own files.</param>
    /// <param name="files">The student's.</param>
    /// <param name="cancellation">Ends it where the compiler looks.</param>
    /// <exception cref="GraderFaultException">The arguments are not the compiler's.</exception>
    public CompileOutcome Compile(
        string name, CompilerInvocation invocation, EquatableArray<SourceFile> given, EquatableArray<SourceFile> files, CancellationToken cancellation)
    {
        var with = settings.GetOrAdd(invocation, CompilerSettings.From);
        try
        {
            var trees = new List<SyntaxTree>(with.GeneratedTrees);
            foreach (var file in given)
                trees.Add(Parse(file.Name, Text(file, with), with, cancellation));
            var types = 0;
            foreach (var file in files)
            {
                var text = Text(file, with);
                if (SourceRules.CheckText(file.Name, text) is { } inText)
                    return new NotCompiled([inText]);
                var tree = Parse(file.Name, text, with, cancellation);
                if (SourceRules.CheckTree(tree, ref types, cancellation) is { } inTree)
                    return new NotCompiled([inTree]);
                trees.Add(tree);
            }

            var compilation = CSharpCompilation.Create(
                name, trees.OrderBy(t => t.FilePath, StringComparer.Ordinal), with.References, with.CompilationOptions.WithModuleName(name + ".dll"));
            return Emission.Emit(compilation, with, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            return new NotCompiled([new(SourceRules.NestedTooDeep, true, "The source is nested deeper than the compiler can go. Split it up.", CallSite.Unknown, 0)]);
        }
    }

    private static SyntaxTree Parse(string name, SourceText text, CompilerSettings with, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(text, with.ParseOptions, name, cancellation);

    private static SourceText Text(SourceFile file, CompilerSettings with) =>
        SourceText.From(file.Bytes, file.Bytes.Length, System.Text.Encoding.UTF8, with.ChecksumAlgorithm);
}
