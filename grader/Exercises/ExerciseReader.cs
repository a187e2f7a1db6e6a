using System.Text.Json;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;

namespace ExerciseKit.Exercises;

/// <summary>Reads one <c>exercise.json</c>, strictly, and goes on after a fault so that all are told at once.</summary>
internal static partial class ExerciseReader
{
    /// <summary>The exercise in a folder, as far as it can be read; each fault is added to <paramref name="faults"/> with the file's name.</summary>
    public static Exercise? Read(string folder, List<string> faults)
    {
        var file = Path.Combine(folder, ExerciseCatalog.FileName);
        var found = new List<string>();
        var exercise = ReadFile(file, folder, found);
        faults.AddRange(found.Select(f => $"{file}: {f}"));
        return exercise;
    }

    private static Exercise? ReadFile(string file, string folder, List<string> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                faults.Add($"holds {document.RootElement.ValueKind}, where a JSON object is needed");
                return null;
            }

            return ReadExercise(new JsonFields(document.RootElement, "", faults), folder, faults);
        }
        catch (JsonException e)
        {
            faults.Add($"is no valid JSON: {e.Message}");
            return null;
        }
    }

    private static Exercise ReadExercise(JsonFields json, string folder, List<string> faults)
    {
        var id = json.Text("id");
        var title = json.Object("title");
        var hints = json.Object("hints");
        var notes = json.OptionalObject("notes");
        var limits = json.Object("limits");
        var games = json.OptionalObject("games");
        var exercise = new Exercise(
            id,
            folder,
            new LocalizedText(title.Text("en"), title.Text("zh")),
            json.Text("class"),
            Entries(json.Texts("entries"), faults),
            json.Texts("files").ToEquatableArray(),
            json.Texts("given").ToEquatableArray(),
            InBoth("hints", hints, Exercise.HintCount, faults),
            json.Texts("allow").ToEquatableArray(),
            new ExerciseLimits(
                limits.OptionalCount("maxProcesses"),
                limits.OptionalCount("maxOutputBytes"),
                limits.OptionalCount("maxMemoryBytes", ExerciseLimits.LeastMemoryBytes),
                limits.OptionalCount("maxLoopIterations"),
                limits.OptionalCount("maxFileBytes"),
                limits.OptionalCount("maxOpenFiles", ExerciseLimits.LeastOpenFiles),
                limits.OptionalCount("maxProcessorSeconds")))
        {
            Notes = notes is null ? [] : InBoth("notes", notes, Exercise.NoteCount, faults),
            Games = GamesReader.Read(games, faults),
        };
        foreach (var fields in (JsonFields?[])[json, title, hints, notes, limits])
            fields?.ReportUnknown();
        CheckNames(exercise, faults);
        CheckFiles(exercise, faults);
        return exercise;
    }

    private static EquatableArray<EntrySignature> Entries(List<string> texts, List<string> faults)
    {
        var entries = new List<EntrySignature>();
        foreach (var text in texts)
        {
            try
            {
                entries.Add(EntrySignature.Parse(text));
            }
            catch (FormatException e)
            {
                faults.Add($"\"entries\": {e.Message}");
            }
        }

        return entries.ToEquatableArray();
    }

    private static EquatableArray<LocalizedText> InBoth(string name, JsonFields fields, int count, List<string> faults)
    {
        var (en, zh) = (fields.Texts("en"), fields.Texts("zh"));
        foreach (var (language, texts) in (IEnumerable<(string, List<string>)>)[("en", en), ("zh", zh)])
        {
            if (texts.Count != count)
                faults.Add($"\"{name}.{language}\" holds {texts.Count} texts, where {count} are needed");
        }

        return en.Zip(zh, (e, z) => new LocalizedText(e, z)).ToEquatableArray();
    }

    private static void CheckNames(Exercise exercise, List<string> faults)
    {
        var folderName = Path.GetFileName(exercise.Folder);
        if (exercise.Id.Length > 0 && exercise.Id != folderName)
            faults.Add($"\"id\" is \"{exercise.Id}\", where its folder's name \"{folderName}\" is needed");
        if (exercise.ClassName.Length > 0 && !Identifier().IsMatch(exercise.ClassName))
            faults.Add($"\"class\" is \"{exercise.ClassName}\", where a class's simple name is needed");
        if (exercise.Entries.Count == 0)
            faults.Add("\"entries\" names no method to call");
        if (exercise.Files.Count == 0)
            faults.Add("\"files\" names no file for the student to hand in");
    }

    // Whether they are there is no matter of the kit: this is where students work, and who renames one file must not stop all else.
    private static void CheckFiles(Exercise exercise, List<string> faults)
    {
        foreach (var name in exercise.Files.Concat(exercise.Given))
        {
            if (!SourceName().IsMatch(name))
                faults.Add($"\"{name}\" is no C# file inside the exercise's folder; write it relative to that, with forward slashes");
        }

        foreach (var twice in exercise.Files.Concat(exercise.Given).GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            faults.Add($"\"{twice.Key}\" is named more than once");
        if (!File.Exists(exercise.ProjectFile) && exercise.Id == Path.GetFileName(exercise.Folder))
            faults.Add($"\"{Path.GetFileName(exercise.ProjectFile)}\", its project, is not there");
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*$")]
    private static partial Regex Identifier();

    // No empty part, none that begins with a dot: so no way out of the folder, and no absolute path.
    [GeneratedRegex(@"^([^./\\:][^/\\:]*/)*[^./\\:][^/\\:]*\.cs$")]
    private static partial Regex SourceName();
}
