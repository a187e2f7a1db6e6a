namespace ExerciseKit.Multiprocessing;

/// <summary>A pool's task ended with an exception that can't be made again here; the message names it. Python: <c>RemoteError</c>.</summary>
/// <remarks>An exception type with a public constructor that takes just the message is thrown as itself.</remarks>
public sealed class RemoteTaskException : Exception
{
    /// <summary>Makes the exception with its message.</summary>
    public RemoteTaskException(string message)
        : base(message)
    {
    }
}
