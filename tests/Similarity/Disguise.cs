using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExerciseKit.Tests.Similarity;

/// <summary>A copy as somebody makes it who hopes that it is not seen: other names, comments and order, and a loop written otherwise.</summary>
internal static class Disguise
{
    public static string Of(string source, bool linq)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        var names = root.DescendantNodes().Select(n => n switch
        {
            VariableDeclaratorSyntax v => v.Identifier.ValueText,
            ParameterSyntax p => p.Identifier.ValueText,
            ForEachStatementSyntax f => f.Identifier.ValueText,
            MethodDeclarationSyntax m when m.Modifiers.Any(SyntaxKind.PrivateKeyword) => m.Identifier.ValueText,
            _ => null,
        }).OfType<string>().ToHashSet();
        root = root.ReplaceTokens(root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && names.Contains(t.ValueText)), (_, t) => SyntaxFactory.Identifier(t.LeadingTrivia, "my" + t.ValueText.ToUpperInvariant(), t.TrailingTrivia));
        root = root.ReplaceTrivia(root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)), (_, _) => SyntaxFactory.Comment("// I thought of this myself."));
        foreach (var type in root.DescendantNodes().OfType<TypeDeclarationSyntax>().Take(1).ToList())
            root = root.ReplaceNode(type, type.WithMembers(SyntaxFactory.List(type.Members.Reverse())));
        var loop = linq ? root.DescendantNodes().OfType<ForEachStatementSyntax>().FirstOrDefault() : null;
        return (loop is null ? root : root.ReplaceNode(loop, SyntaxFactory.ParseStatement($"System.Linq.Enumerable.ToList({loop.Expression}).ForEach({loop.Identifier} => {{ {loop.Statement} }});\n"))).ToFullString();
    }
}
