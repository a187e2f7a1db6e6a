using ExerciseKit.Multiprocessing;

/// <summary>A server with a process for each client.</summary>
public static class Echo
{
    /// <summary>Starts a process for each client and one more that serves this client alone; returns once all of them have ended.</summary>
    /// <remarks>
    /// A client sends its texts through a pipe; its server answers each with the same text in upper case, and ends at the end of the stream.
    /// The client prints <c>client {i} got {TEXT}</c> for each answer; clients are numbered from 1.
    /// </remarks>
    /// <param name="clients">The texts of each client, in the order in which it sends them; there can be none.</param>
    public static void Run(string[][] clients)
    {
        throw new NotImplementedException();
    }
}
