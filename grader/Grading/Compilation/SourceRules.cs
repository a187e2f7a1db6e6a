using ExerciseKit.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Grading.Compilation;

/// <summary>What the grader refuses in a student's source before the compiler goes further into it.</summary>
internal static class SourceRules
{
    /// <summary><c>#line</c> would give operations a place of the student's choosing.</summary>
    public const string LineDirective = "KIT001";

    /// <summary>The compiler calls itself once a level; some thousands end the process that it runs in.</summary>
    public const string NestedTooDeep = "KIT002";

    /// <summary>The compiler calls itself once an operator in a directive's condition, and can't be stopped at it.</summary>
    public const string DirectiveTooLong = "KIT003";

    /// <summary>Syntax nodes inside one another. A statement in a block is two or three deeper than the block.</summary>
    public const int MaxDepth = 1_500;

    private const int MaxDirectiveLength = 1_000;

    /// <summary>What is wrong with a text, before it is parsed; null when nothing is.</summary>
    public static CompileDiagnostic? CheckText(string file, SourceText text)
    {
        foreach (var line in text.Lines)
        {
            if (line.Span.Length > MaxDirectiveLength && text.ToString(new TextSpan(line.Start, MaxDirectiveLength)).TrimStart().StartsWith('#'))
            {
                return new CompileDiagnostic(
                    DirectiveTooLong, true, $"A line that begins with # may have {MaxDirectiveLength} characters; this has {line.Span.Length}. Shorten it.",
                    new CallSite(file, line.LineNumber + 1), 1);
            }
        }

        return null;
    }

    /// <summary>What is wrong with a parsed source; null when nothing is.</summary>
    public static CompileDiagnostic? CheckTree(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        return LineDirectiveIn(root) is { } directive
            ? Diagnostic(LineDirective, "#line is not allowed: what the grader says of a place must be true. Remove it.", directive.GetLocation())
            : TooDeep(root, cancellation) is { } node
                ? Diagnostic(NestedTooDeep, $"This is nested more than {MaxDepth} levels deep, deeper than the grader compiles. Split it up.", node.GetLocation())
                : null;
    }

    private static LineOrSpanDirectiveTriviaSyntax? LineDirectiveIn(SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is LineOrSpanDirectiveTriviaSyntax line)
                return line;
        }

        return null;
    }

    private static SyntaxNode? TooDeep(SyntaxNode root, CancellationToken cancellation)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > MaxDepth)
                return at.Node;
            cancellation.ThrowIfCancellationRequested();
            foreach (var child in at.Node.ChildNodes())
                open.Push((child, at.Depth + 1));
        }

        return null;
    }

    private static CompileDiagnostic Diagnostic(string id, string message, Location location)
    {
        var place = location.GetLineSpan();
        return new CompileDiagnostic(
            id, true, message, new CallSite(place.Path, place.StartLinePosition.Line + 1), place.StartLinePosition.Character + 1);
    }
}
