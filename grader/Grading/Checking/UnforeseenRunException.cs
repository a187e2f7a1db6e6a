using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Checking;

/// <summary>Real processes did otherwise, time and again, than the search predicts from what it has learnt of them.</summary>
/// <remarks>What was learnt in hosts that had run something before may rest on what was left there; learnt in new ones, it is the kit that is wrong.</remarks>
internal sealed class UnforeseenRunException(string message) : GraderFaultException(message);
