using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Pages;

namespace ExerciseKit.Service.Web.Assets;

/// <summary>The pages' static files. Their paths name what is in them, so that browsers keep them for ever.</summary>
internal static class PageFiles
{
    private static readonly Dictionary<string, (string Type, byte[] Content, string Path)> Files = new[] { "service.css", "page.js", "in.js", "hand-in.js", "watch.js" }.ToDictionary(name => name, Read);

    /// <summary>The path that a page names a file by.</summary>
    public static string Path(string name) => Files[name].Path;

    /// <summary>The file at a path below <c>/assets/</c>; null where there is none.</summary>
    public static (string Type, byte[] Content)? At(string hash, string name) =>
        Files.TryGetValue(name, out var file) && file.Path == $"/assets/{hash}/{name}" ? (file.Type, file.Content) : null;

    private static (string Type, byte[] Content, string Path) Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in {typeof(PageFiles).Assembly.GetName().Name}; rebuild it.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        // The report's colours and parts are the pages', too.
        var content = Encoding.UTF8.GetBytes(name.EndsWith(".css", StringComparison.Ordinal) ? PageAssets.Style + text : text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return (name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", content, $"/assets/{hash}/{name}");
    }
}
