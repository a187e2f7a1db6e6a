using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Exploration.Traces;

/// <summary>What is wrong with a schedule whatever is checked; every check of its scenario fails by it.</summary>
/// <param name="Verdict">Its kind.</param>
/// <param name="Message">What happened, to whom, where, in words for the student.</param>
/// <param name="Site">The place in the source; unknown where there is none.</param>
/// <param name="Cycle">Who waits for whom, a line each; empty where nobody waits.</param>
public sealed record Fault(Verdict Verdict, LocalizedText Message, CallSite Site, EquatableArray<LocalizedText> Cycle = default);
