using ExerciseKit.Grading;
using ExerciseKit.Grading.Exercises;

namespace ExerciseKit.Cli;

/// <summary>Finds the exercise that a user means: by its id, or by as much of its beginning as tells it from the others.</summary>
internal static class ExerciseChoice
{
    /// <exception cref="BadInputException">No exercise is meant, or more than one.</exception>
    public static Exercise Choose(this ExerciseCatalog catalog, string text)
    {
        if (catalog.Find(text) is { } exact)
            return exact;
        var meant = catalog.Exercises.Where(e => text.Length > 0 && e.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant switch
        {
            [var one] => one,
            [] => throw new BadInputException($"There is no exercise \"{text}\". There are: {Ids(catalog.Exercises)}."),
            _ => throw new BadInputException($"\"{text}\" may be {Ids(meant)}. Write more of the one you mean."),
        };
    }

    /// <summary>The ids of those that a user means, each once.</summary>
    public static IReadOnlyList<string> Choose(this ExerciseCatalog catalog, IEnumerable<string> texts) =>
        [.. texts.Select(text => catalog.Choose(text).Id).Distinct()];

    private static string Ids(IEnumerable<Exercise> exercises) => string.Join(", ", exercises.Select(e => e.Id));
}
