using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Exploration.Traces;

/// <summary>A property that a trace breaks.</summary>
/// <param name="Property">The property.</param>
/// <param name="Message">What was found, in words.</param>
/// <param name="Step">The index of the step that broke it; the number of steps when only the end did.</param>
public sealed record Finding(Property Property, LocalizedText Message, int Step);
