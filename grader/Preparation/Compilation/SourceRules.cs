using ExerciseKit.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>What the grader refuses in a student's source before the compiler goes further into it.</summary>
internal static class SourceRules
{
    /// <summary><c>#line</c> would give operations a place of the student's choosing.</summary>
    public const string LineDirective = "KIT001";

    /// <summary>The compiler calls itself once a level: some thousands take it minutes, or end the process that it runs in.</summary>
    public const string NestedTooDeep = "KIT002";

    /// <summary>The compiler calls itself once an operator in a directive's condition, and can't be stopped at it.</summary>
    public const string DirectiveTooLong = "KIT003";

    /// <summary>The compiler's work grows with the square of the number of directives, and of types that derive from one another.</summary>
    public const string TooMany = "KIT004";

    /// <summary>Syntax nodes, or brackets, inside one another. A statement in a block is two or three nodes deeper than the block.</summary>
    public const int MaxDepth = 500;

    /// <summary>Lines that begin with <c>#</c> in one file, and types in all of a student's.</summary>
    public const int MaxCount = 1_000;

    private const int MaxDirectiveLength = 1_000;

    /// <summary>What is wrong with a text, before it is parsed; null when nothing is.</summary>
    public static CompileDiagnostic? CheckText(string file, SourceText text)
    {
        var directives = 0;
        var depth = 0;
        foreach (var line in text.Lines)
        {
            var content = text.ToString(line.Span);
            if (content.AsSpan().TrimStart().StartsWith("#"))
            {
                if (content.Length > MaxDirectiveLength)
                    return Diagnostic(DirectiveTooLong, ($"A line that begins with # may have {MaxDirectiveLength} characters; this has {content.Length}. Shorten it.", $"以 # 开头的一行最多 {MaxDirectiveLength} 个字符；这一行有 {content.Length} 个。请改短。"), file, line);
                if (++directives > MaxCount)
                    return Diagnostic(TooMany, ($"This file has more than {MaxCount} lines that begin with #. Remove what is not needed.", $"这个文件里以 # 开头的行超过 {MaxCount} 行。请去掉不需要的。"), file, line);
            }

            if ((depth = DepthAfter(content, depth)) > MaxDepth)
                return Diagnostic(NestedTooDeep, TooDeepMessage, file, line);
        }

        return null;
    }

    /// <summary>What is wrong with a parsed source; null when nothing is.</summary>
    /// <param name="tree">The source.</param>
    /// <param name="types">How many types the files before it declare; then with those of this.</param>
    /// <param name="cancellation">Ends it.</param>
    public static CompileDiagnostic? CheckTree(SyntaxTree tree, ref int types, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        if (LineDirectiveIn(root) is { } directive)
            return Diagnostic(LineDirective, ("#line is not allowed: what the grader says of a place must be true. Remove it.", "不允许用 #line：评分程序所说的位置必须是真的。请去掉它。"), directive);
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > MaxDepth)
                return Diagnostic(NestedTooDeep, TooDeepMessage, at.Node);
            if (at.Node is BaseTypeDeclarationSyntax && ++types > MaxCount)
                return Diagnostic(TooMany, ($"This declares more than {MaxCount} types. Remove what is not needed.", $"这里声明的类型超过 {MaxCount} 个。请去掉不需要的。"), at.Node);
            cancellation.ThrowIfCancellationRequested();
            foreach (var child in at.Node.ChildNodes())
                open.Push((child, at.Depth + 1));
        }

        return null;
    }

    private static LocalizedText TooDeepMessage => (
        $"This is nested more than {MaxDepth} levels deep, deeper than the grader compiles. Split it up.",
        $"这里的嵌套超过 {MaxDepth} 层，评分程序不编译这么深的代码。请把它拆开。");

    // Brackets in texts and comments count too: no text has hundreds that are never closed.
    private static int DepthAfter(string line, int depth)
    {
        foreach (var c in line)
        {
            if (c is '(' or '[' or '{' && ++depth > MaxDepth)
                break;
            if (c is ')' or ']' or '}' && depth > 0)
                depth--;
        }

        return depth;
    }

    private static LineOrSpanDirectiveTriviaSyntax? LineDirectiveIn(SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is LineOrSpanDirectiveTriviaSyntax { IsActive: true } line)
                return line;
        }

        return null;
    }

    private static CompileDiagnostic Diagnostic(string id, LocalizedText message, string file, TextLine line) =>
        new(id, true, message.En, new CallSite(file, line.LineNumber + 1), 1) { MessageZh = message.Zh };

    private static CompileDiagnostic Diagnostic(string id, LocalizedText message, SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return new CompileDiagnostic(
            id, true, message.En, new CallSite(place.Path, place.StartLinePosition.Line + 1), place.StartLinePosition.Character + 1)
        { MessageZh = message.Zh };
    }
}
