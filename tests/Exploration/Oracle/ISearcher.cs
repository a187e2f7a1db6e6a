using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Puts one program to the search, as a grading would.</summary>
internal interface ISearcher
{
    /// <summary>The runs of single processes that all its searches have needed.</summary>
    int RealRuns { get; }

    SearchOutcome Search(Tier tier, IReadOnlyList<Property> properties);
}
