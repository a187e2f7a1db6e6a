using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>A host has gone for no reason of the program's: killed from outside, or ended while it waited. That says nothing about the hand-in.</summary>
/// <remarks>Who can do the run over with another host does so once; a second loss is the machine's fault, and so the grader's.</remarks>
internal sealed class LostHostException(string message, Exception? inner = null) : GraderFaultException(message, inner);
