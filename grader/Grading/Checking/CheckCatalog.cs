using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>All exercises' checks, found in the assembly that they are compiled into.</summary>
public static class CheckCatalog
{
    private const string ChecksAssembly = "ExerciseKit.Checks";

    private static readonly Lazy<IReadOnlyDictionary<string, ExerciseChecks>> ById = new(Load);

    /// <summary>The checks of an exercise.</summary>
    /// <exception cref="GraderFaultException">It has none.</exception>
    public static ExerciseChecks Of(string exercise) => Find(exercise)
        ?? throw new GraderFaultException($"The exercise {exercise} has no checks. Put a class that derives from ExerciseChecks into exercises/{exercise}/checks/ and build again.");

    /// <summary>The checks of an exercise, with what varies drawn.</summary>
    /// <param name="exercise">The exercise's id.</param>
    /// <param name="seed">What it is drawn by.</param>
    /// <exception cref="GraderFaultException">It has none, or they can't be drawn.</exception>
    /// <param name="limits">The exercise's limits, within which members are drawn; null where only what the checks are called matters.</param>
    public static IReadOnlyList<Check> Drawn(string exercise, int seed, ExerciseLimits? limits = null)
    {
        try
        {
            return [.. Of(exercise).Checks(DrawWithin(limits, seed)).Select(c => Judged(exercise, c))];
        }
        catch (Exception e) when (e is not GraderFaultException)
        {
            throw new GraderFaultException($"The checks of {exercise} can't be drawn under the seed {seed}: {e.Message} Mend exercises/{exercise}/checks; `kit verify {exercise}` tries other seeds, too.");
        }
    }

    /// <summary>What a seed gives within an exercise's limits.</summary>
    public static Draw DrawWithin(ExerciseLimits? limits, int seed) => new(seed, (int)Math.Min(limits?.MaxProcesses ?? KernelSettings.DefaultMaxProcesses, int.MaxValue));

    /// <summary>The checks of an exercise; null when it has none.</summary>
    public static ExerciseChecks? Find(string exercise) => ById.Value.GetValueOrDefault(exercise);

    private static Check Judged(string exercise, Check check) => check.NeverJudged is not var (scenario, property)
        ? check
        : throw new GraderFaultException(
            $"The check {check.Id} of {exercise} holds '{scenario.Name.En}' to '{property.Statement.En}', which is judged in {string.Join(" and ", property.Tiers.Select(t => $"{t}".ToLowerInvariant()))} time alone, and where starts take their time only strict time is tried. Give the sentence a part of its own with In(...) of another scenario.");

    private static Dictionary<string, ExerciseChecks> Load()
    {
        var all = System.Reflection.Assembly.Load(ChecksAssembly).GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ExerciseChecks)) && !t.IsAbstract)
            .Select(t => (ExerciseChecks)Activator.CreateInstance(t)!)
            .ToLookup(c => c.Exercise);
        return all.ToDictionary(c => c.Key, c => c.Count() == 1
            ? c.Single()
            : throw new GraderFaultException($"{string.Join(" and ", c.Select(x => x.GetType().Name))} both hold the checks of {c.Key}. Keep one, and build again."));
    }
}
