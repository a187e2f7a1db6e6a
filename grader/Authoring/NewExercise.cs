using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Authoring;

/// <summary>Writes the two folders of a new exercise: a small one that works, with <c>TODO</c> wherever words are missing.</summary>
public static partial class NewExercise
{
    private const string ResourceFolder = "template/";
    private const string Suffix = ".template";

    /// <summary>Writes them.</summary>
    /// <param name="root">The kit's root folder.</param>
    /// <param name="id">The exercise's id, such as <c>30-my-task</c>; its class is named after it.</param>
    /// <param name="title">Its title in English.</param>
    /// <returns>The files, relative to the root.</returns>
    /// <exception cref="BadInputException">The id is none, or is taken; nothing was written.</exception>
    public static IReadOnlyList<string> Write(string root, string id, string title)
    {
        if (!IdForm().IsMatch(id))
            throw new BadInputException($"\"{id}\" is no exercise's id: write two digits, a dash and small letters, such as 30-my-task.");
        if (string.IsNullOrWhiteSpace(title) || title.Any(char.IsControl))
            throw new BadInputException("The title must be a line of text.");
        string[] folders = [Path.Combine(root, "exercises", id), Path.Combine(root, "solutions", id)];
        if (folders.FirstOrDefault(Path.Exists) is { } taken)
            throw new BadInputException($"{taken} is there already. Choose another id, or remove it.");

        var resources = Assembly.GetExecutingAssembly();
        var written = new List<string>();
        foreach (var name in resources.GetManifestResourceNames().Where(n => n.StartsWith(ResourceFolder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(resources.GetManifestResourceStream(name)!);
            var path = Fill(PathOf(name, id), id, title);
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Fill(reader.ReadToEnd(), id, title));
            written.Add(path);
        }

        return written;
    }

    /// <summary>The class of an exercise: <c>30-my-task</c> gives <c>MyTask</c>.</summary>
    private static string ClassOf(string id) => string.Concat(id.Split('-').Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    // template/exercises/checks/X becomes exercises/ID/checks/X.
    private static string PathOf(string resource, string id)
    {
        var parts = resource[ResourceFolder.Length..^Suffix.Length].Split('/', '\\');
        return string.Join('/', [parts[0], id, .. parts[1..]]);
    }

    private static string Fill(string text, string id, string title) => text
        .Replace("__ID__", id, StringComparison.Ordinal)
        .Replace("__CLASS__", ClassOf(id), StringComparison.Ordinal)
        .Replace("__JSON_TITLE__", JsonEncodedText.Encode(title).ToString(), StringComparison.Ordinal)
        .Replace("__XML_TITLE__", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
        .Replace("__TITLE__", title, StringComparison.Ordinal);

    [GeneratedRegex("^[0-9]{2}(-[a-z][a-z0-9]*)+$")]
    private static partial Regex IdForm();
}
