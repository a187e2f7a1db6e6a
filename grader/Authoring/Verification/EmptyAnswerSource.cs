using System.Text;
using ExerciseKit.Exercises;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Writes an answer that has every entry and does nothing in it.</summary>
internal static class EmptyAnswerSource
{
    /// <summary>The answer's text, with the stub's usings and namespace, since entries name the given files' types.</summary>
    public static string Write(Exercise exercise, string stub)
    {
        var unit = CSharpSyntaxTree.ParseText(stub).GetCompilationUnitRoot();
        var source = new StringBuilder();
        foreach (var directive in unit.Usings)
            source.Append(directive.WithoutTrivia().NormalizeWhitespace().ToFullString()).Append('\n');
        if (unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is { } space)
            source.Append($"\nnamespace {space.Name};\n");
        source.Append($"\npublic static class {exercise.ClassName}\n{{\n");
        foreach (var entry in exercise.Entries)
        {
            var parameters = string.Join(", ", entry.ParameterTypes.Select((type, i) => $"{type} argument{i + 1}"));
            var body = entry.ReturnType == "void" ? "{ }" : "=> default!;";
            source.Append($"    public static {entry.ReturnType} {entry.Name}({parameters}) {body}\n");
        }

        return source.Append("}\n").ToString();
    }
}
