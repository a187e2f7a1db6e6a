namespace ExerciseKit.Contract.Faults;

/// <summary>The grader, or the machine it runs on, is to blame; no mark may be drawn. Exit code 3.</summary>
/// <param name="message">What failed, with which value, and what to do next.</param>
public class GraderFaultException(string message, Exception? inner = null) : Exception(message, inner);
