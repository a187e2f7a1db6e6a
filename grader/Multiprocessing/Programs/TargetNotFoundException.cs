namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>A program lacks the method that it was to run, or the arguments don't fit it.</summary>
public sealed class TargetNotFoundException(string message, Exception? inner = null) : Exception(message, inner);
