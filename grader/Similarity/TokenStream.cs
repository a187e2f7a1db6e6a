using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExerciseKit.Similarity;

/// <summary>A token of a source, as far as it tells authors apart.</summary>
/// <param name="Symbol">What it is: the author's own names are all alike, what others named is kept.</param>
/// <param name="File">The source's name.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct Token(string Symbol, string File, int Line);

/// <summary>Turns sources into what stays when names, comments, layout and the order of modifiers are changed.</summary>
internal static class TokenStream
{
    private const string OwnName = "name";

    private static readonly HashSet<SyntaxKind> Silent =
    [
        SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken, SyntaxKind.SemicolonToken,
        SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword,
        SyntaxKind.StaticKeyword, SyntaxKind.SealedKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.PartialKeyword, SyntaxKind.EndOfFileToken,
    ];

    /// <summary>The tokens of one file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="text">What stands in it.</param>
    public static IReadOnlyList<Token> Of(string file, string text)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        var own = OwnNames(root);
        var tokens = new List<Token>();
        foreach (var token in root.DescendantTokens(node => node is not UsingDirectiveSyntax))
        {
            if (!Silent.Contains(token.Kind()) && token.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null)
                tokens.Add(new Token(SymbolOf(token, own), file, token.GetLocation().GetLineSpan().StartLinePosition.Line + 1));
        }

        return tokens;
    }

    // What is declared here may be called anything; what is not is somebody else's, and can't be renamed.
    private static HashSet<string> OwnNames(CompilationUnitSyntax root) =>
    [
        .. root.DescendantNodes().Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            MethodDeclarationSyntax method => method.Identifier,
            LocalFunctionStatementSyntax function => function.Identifier,
            VariableDeclaratorSyntax variable => variable.Identifier,
            ParameterSyntax parameter => parameter.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            ForEachStatementSyntax loop => loop.Identifier,
            SingleVariableDesignationSyntax variable => variable.Identifier,
            EnumMemberDeclarationSyntax member => member.Identifier,
            CatchDeclarationSyntax caught => caught.Identifier,
            _ => default,
        }).Where(identifier => identifier.RawKind != 0).Select(identifier => identifier.ValueText),
    ];

    private static string SymbolOf(SyntaxToken token, HashSet<string> own) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => own.Contains(token.ValueText) || token.ValueText == "var" ? OwnName : token.ValueText,
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.CharacterLiteralToken => "text",
        // A type that is written out and one that is left to the compiler are the same work.
        SyntaxKind.IntKeyword or SyntaxKind.StringKeyword or SyntaxKind.BoolKeyword or SyntaxKind.LongKeyword or SyntaxKind.DoubleKeyword => OwnName,
        _ => token.Kind().ToString(),
    };
}
