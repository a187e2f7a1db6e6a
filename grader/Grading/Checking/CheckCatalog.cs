using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Grading.Checking;

/// <summary>All exercises' checks, found in the assembly that they are compiled into.</summary>
internal static class CheckCatalog
{
    private const string ChecksAssembly = "ExerciseKit.Checks";

    private static readonly Lazy<IReadOnlyDictionary<string, ExerciseChecks>> ById = new(Load);

    /// <summary>The checks of an exercise.</summary>
    /// <exception cref="GraderFaultException">It has none.</exception>
    public static IReadOnlyList<Check> Of(string exercise) => ById.Value.TryGetValue(exercise, out var checks)
        ? checks.Checks
        : throw new GraderFaultException($"The exercise {exercise} has no checks. Put a class that derives from ExerciseChecks into exercises/{exercise}/checks/ and build again.");

    private static Dictionary<string, ExerciseChecks> Load() =>
        System.Reflection.Assembly.Load(ChecksAssembly).GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ExerciseChecks)) && !t.IsAbstract)
            .Select(t => (ExerciseChecks)Activator.CreateInstance(t)!)
            .ToDictionary(c => c.Exercise);
}
