using ExerciseKit.Multiprocessing;

/// <summary>A server that adds: questions go out through a duplex pipe, and answers come back through it.</summary>
public static class Adder
{
    /// <summary>Starts a server in a child of its own, asks it for each sum, and closes the connection; returns once the server has ended.</summary>
    /// <remarks>The server answers until its stream ends, then prints <c>server done</c>. It is not told how many questions will come.</remarks>
    /// <param name="questions">The pairs to be added; there may be none.</param>
    /// <returns>The sums, in the order of the questions, as the server has worked them out.</returns>
    public static int[] Run((int X, int Y)[] questions)
    {
        throw new NotImplementedException();
    }
}
