using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>The source generators that come with the SDK, such as the one behind <c>[GeneratedRegex]</c>.</summary>
/// <remarks>They take half a second to load and almost nobody needs them, so they run only where a compilation failed that they may mend.</remarks>
internal static class SourceGenerators
{
    /// <summary>Whether a student declared something partial: all that the SDK's generators add to.</summary>
    public static bool MayHelp(CSharpCompilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellation).DescendantTokens().Any(t => t.IsKind(SyntaxKind.PartialKeyword)));

    public static CSharpCompilation Run(CSharpCompilation compilation, CompilerSettings with, CancellationToken cancellation)
    {
        var loader = new Loader();
        var generators = with.Analyzers
            .Select(path => new AnalyzerFileReference(path, loader))
            .SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver
            .Create(generators, parseOptions: with.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellation);
        return (CSharpCompilation)generated;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        // Generators ask for the compiler that they were built with; the one here answers.
        private static readonly AssemblyLoadContext Context = new("source generators");

        private static readonly ConcurrentDictionary<string, string> PathByName = new();

        static Loader() => Context.Resolving += (context, name) =>
            PathByName.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;

        public void AddDependencyLocation(string fullPath) => PathByName.TryAdd(Path.GetFileNameWithoutExtension(fullPath), fullPath);

        public Assembly LoadFromPath(string fullPath) => Context.LoadFromAssemblyPath(fullPath);
    }
}
