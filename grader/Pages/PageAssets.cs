using System.Text.RegularExpressions;

namespace ExerciseKit.Pages;

/// <summary>The page's static files, as they stand under <c>assets/</c>.</summary>
public static partial class PageAssets
{
    /// <summary>The modules, each after those that it imports.</summary>
    private static readonly string[] Shared = ["text.js", "words.js", "model.js", "lanes.js", "objects.js", "code.js", "story.js"];

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Read("page.css");

    /// <summary>The report's modules as one, for a page that loads nothing: in the order above a module finds by name what it imports.</summary>
    public static string Script { get; } = Joined([.. Shared, "main.js"]);

    /// <summary>The same of the page to play on.</summary>
    public static string PlayScript => LazyPlay.Value;

    private static Lazy<string> LazyPlay { get; } = new(() => Joined([.. Shared, "map.js", "play.js"]));

    private static string Joined(string[] modules) => string.Concat(modules.Select(name => Import().Replace(Export().Replace(Read(name), ""), "")));

    private static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in {typeof(PageAssets).Assembly.GetName().Name}; rebuild it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^import .*;\n", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("^export (?=const |let |function )", RegexOptions.Multiline)]
    private static partial Regex Export();
}
