using ExerciseKit.Multiprocessing;

/// <summary>Waiting for child processes: until they end, and for a limited time.</summary>
public static class Join
{
    /// <summary>Starts one child for each name, waits until all of them have ended, and prints <c>main: all over</c>.</summary>
    /// <remarks>Child i prints <c>{names[i]} is running</c>, sleeps <c>seconds[i]</c> seconds, and prints <c>{names[i]} is over</c>.</remarks>
    /// <param name="names">The children's names, no two alike.</param>
    /// <param name="seconds">How long each child sleeps; as many as there are names.</param>
    public static void Run(string[] names, int[] seconds)
    {
        throw new NotImplementedException();
    }

    /// <summary>Starts the same children and waits for them, but not for ever.</summary>
    /// <remarks>Returns as soon as all have ended, or when the patience is used up. It leaves those who still run alone.</remarks>
    /// <param name="names">The children's names, no two alike.</param>
    /// <param name="seconds">How long each child sleeps; as many as there are names, and none equal to the patience.</param>
    /// <param name="patienceSeconds">How long to wait for all children together.</param>
    /// <returns>The names of the children that still run, in the order of <paramref name="names"/>.</returns>
    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        throw new NotImplementedException();
    }
}
