using System.Globalization;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Cli.Options;

/// <summary>Finds the exercise that a user means: by its id, its number, or as much of the beginning of its id or its slug as tells it from the others.</summary>
internal static class ExerciseChoice
{
    /// <exception cref="BadInputException">No exercise is meant, or more than one.</exception>
    public static Exercise Choose(this ExerciseCatalog catalog, string text)
    {
        if (catalog.Find(text) is { } exact)
            return exact;
        var meant = catalog.Exercises.Where(e => IsNumbered(e.Id, text)).ToList();
        if (meant.Count == 0)
            meant = [.. catalog.Exercises.Where(e => text.Length > 0 && Begins(e.Id, text))];
        return meant switch
        {
            [var one] => one,
            [] => throw new BadInputException(($"There is no exercise \"{text}\". There are: {Ids(catalog.Exercises)}.", $"没有练习“{text}”。现有的练习：{Ids(catalog.Exercises)}。")),
            _ => throw new BadInputException(($"\"{text}\" may be {Ids(meant)}. Write more of the one you mean.", $"“{text}”可能是 {Ids(meant)}。请把你要的那个写得更完整些。")),
        };
    }

    /// <summary>The ids of those that a user means, each once.</summary>
    public static IReadOnlyList<string> Choose(this ExerciseCatalog catalog, IEnumerable<string> texts) =>
        [.. texts.Select(text => catalog.Choose(text).Id).Distinct()];

    private static bool IsNumbered(string id, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
        && int.TryParse(id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number == wanted;

    private static bool Begins(string id, string text) =>
        id.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..].StartsWith(text, StringComparison.OrdinalIgnoreCase);

    private static string Ids(IEnumerable<Exercise> exercises) => string.Join(", ", exercises.Select(e => e.Id));
}
