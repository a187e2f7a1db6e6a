using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A value, or the method to run, cannot be taken to another process. Python: <c>PicklingError</c>.</summary>
/// <remarks>The message names the type, the way to it from the argument, and what to do instead.</remarks>
public sealed class CannotTravelException : ArgumentException
{
    /// <summary>Makes the exception with its message.</summary>
    public CannotTravelException(string message)
        : base(message)
    {
    }

    internal CannotTravelException(string path, Type type, string reason)
        : base($"{path} can't travel to another process: {TypeNames.Readable(type)} {reason}")
    {
    }
}
