using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading.Playing;

namespace ExerciseKit.Tests.Playing;

/// <summary>Hand-ins that are ready to be played.</summary>
internal static class PlayedTables
{
    /// <summary>The course's own solution.</summary>
    public static Task<PlayTable> SolutionAsync(string exercise, PlayBudget? budget = null, string? scenario = null, Tier? tier = null) =>
        OpenAsync(new PlayRequest(exercise, null, Scenario: scenario, Tier: tier), budget);

    /// <summary>A wrong answer of the course's.</summary>
    public static Task<PlayTable> MutantAsync(string exercise, string file, PlayBudget? budget = null, Tier? tier = null) =>
        OpenAsync(new PlayRequest(exercise, Path.Combine(Repository.Solution(exercise), "mutants", file), Tier: tier), budget);

    public static Task<PlayTable> OpenAsync(PlayRequest request, PlayBudget? budget = null, CancellationToken stop = default) =>
        new PlayOpener(Repository.Root) { Budget = budget ?? new PlayBudget(), Preparers = SharedPreparers.All }.OpenAsync(request, progress: null, stop, TestContext.CurrentContext.CancellationToken);
}
