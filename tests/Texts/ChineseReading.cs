using System.Text.RegularExpressions;

namespace ExerciseKit.Tests.Texts;

/// <summary>Reads texts for what is in the wrong language: English words in a Chinese one, Chinese in an English one.</summary>
/// <remarks>
/// Names, code and what a program says are the same in both. Quoted code and output stand in quotes; identifiers show by a dot, a
/// bracket, a digit or a capital in them; files by their endings; what a compiler says stands on a line of its own form.
/// </remarks>
internal static partial class ChineseReading
{
    /// <summary>Words that Chinese texts keep: C#'s own, names of programs and formats, and how the first process is called.</summary>
    private static readonly HashSet<string> Terms =
    [
        "main", "kit", "lambda", "span", "new", "ref", "out", "params", "lock", "using", "null", "true", "false", "int", "void", "string", "public", "static", "extern",
        "async", "await", "dynamic", "stackalloc", "finally", "try", "catch", "bubblewrap", "landlock", "zip", "tar", "json", "deflate", "bin", "obj", "apt", "install",
        "error", "violation", "deadlock", "livelock", "hang", "crash", "leak", "limit", "policy", "s",
    ];

    /// <summary>The English words in a Chinese text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">What else may stand in it: the names that a scenario gives.</param>
    public static IReadOnlyList<string> EnglishIn(string text, IReadOnlySet<string>? names = null) =>
    [
        .. Words().Matches(Files().Replace(Quoted().Replace(CompilersLines().Replace(text, " "), " "), " "))
            .Select(m => m.Value.Trim('.', '-', '(', ')', '[', ']', '<', '>', ':'))
            .Where(word => word.Length > 0 && char.IsAsciiLetterLower(word[0]) && !IsCode(word) && !Terms.Contains(word) && names?.Contains(word) != true),
    ];

    /// <summary>Whether Chinese stands in a text.</summary>
    public static bool IsIn(string text) => Chinese().IsMatch(text);

    private static bool IsCode(string word) => word.Skip(1).Any(c => c is '.' or '_' or '(' or '[' or '<' or '/' || char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    [GeneratedRegex("“[^”]*(”|$)|\"[^\"]*(\"|$)|'[^']*'|`[^`]*`|--[a-z-]+|[A-Za-z]\\w*\\([^()]*\\)|\\bFile\\.\\w+ [^\\s（]+")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\w./\\-]+\.(cs|csproj|json|txt|dat|dll)\b[\w.:]*")]
    private static partial Regex Files();

    [GeneratedRegex(@"^\S+\(\d+,\d+\): (error|warning) \w+: .*$", RegexOptions.Multiline)]
    private static partial Regex CompilersLines();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9_.\-+#<>\[\]()/]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")]
    private static partial Regex Chinese();
}
