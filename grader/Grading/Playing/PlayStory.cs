using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Playing;

/// <summary>The way so far, as a report tells it.</summary>
/// <param name="Timeline">The last steps.</param>
/// <param name="Cast">Who and what takes part in them.</param>
/// <param name="Between">Where it goes wrong; null where it does not, or that is not known.</param>
/// <param name="Ending">How it came out; null while it goes on.</param>
public sealed record PlayStory(EquatableArray<TimelineStep> Timeline, Cast Cast, Between? Between, PlayEnding? Ending);
