using System.Collections.Concurrent;
using ExerciseKit.Contract;
using ExerciseKit.Grading.Exercises;
using ExerciseKit.Grading.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Grading.Compilation;

/// <summary>Compiles a student's files in memory, as <c>dotnet build</c> would, with the exercise's given files but without <c>Program.cs</c>.</summary>
/// <param name="evaluator">Knows how the exercise's project calls the compiler.</param>
/// <param name="bound">How much processor time a core the compiler may take; null for a minute, a hundred times what it needs on a slow machine.</param>
internal sealed class StudentCompiler(ProjectEvaluator evaluator, TimeSpan? bound = null)
{
    private readonly TimeSpan bound = bound ?? TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<CompilerInvocation, CompilerSettings> settings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Compiles.</summary>
    /// <param name="exercise">Names the assembly and gives the files that are not the student's.</param>
    /// <param name="files">The student's files.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    /// <exception cref="GraderFaultException">The exercise's own files are not there, or its project does not evaluate.</exception>
    public CompileOutcome Compile(Exercise exercise, EquatableArray<SourceFile> files, CancellationToken cancellation)
    {
        var with = settings.GetOrAdd(evaluator.Evaluate(exercise, cancellation), CompilerSettings.From);
        var given = exercise.Given.Where(name => name != Exercise.ProgramFile).Select(name => GivenFile(exercise, name)).ToList();
        return CompilerThread.Run<CompileOutcome>(token => Compile(exercise.Id, with, files, given, token), bound, cancellation)
            ?? new CompileAbandoned(bound);
    }

    private static CompileOutcome Compile(
        string name, CompilerSettings with, EquatableArray<SourceFile> files, List<SourceFile> given, CancellationToken cancellation)
    {
        try
        {
            var trees = new List<SyntaxTree>(with.GeneratedTrees);
            foreach (var file in given)
                trees.Add(Parse(file.Name, Text(file, with), with, cancellation));
            foreach (var file in files)
            {
                var text = Text(file, with);
                if (SourceRules.CheckText(file.Name, text) is { } inText)
                    return new NotCompiled([inText]);
                var tree = Parse(file.Name, text, with, cancellation);
                if (SourceRules.CheckTree(tree, cancellation) is { } inTree)
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

    private static SourceFile GivenFile(Exercise exercise, string name)
    {
        try
        {
            return new SourceFile(name, File.ReadAllBytes(Path.Combine(exercise.Folder, name)));
        }
        catch (IOException e)
        {
            throw new GraderFaultException($"{name}, a file given with {exercise.Id}, can't be read: {e.Message} Restore it from the kit.", e);
        }
    }
}
