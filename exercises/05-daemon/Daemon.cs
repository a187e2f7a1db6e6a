using ExerciseKit.Multiprocessing;

/// <summary>A daemon: a child process that does not outlive its parent.</summary>
public static class Daemon
{
    /// <summary>Starts a daemon child, sleeps, and prints <c>parent ends</c>; waits for nobody.</summary>
    /// <remarks>The child prints <c>{name} lives</c>, sleeps, and prints <c>{name} dies</c>, if it comes to that before its parent has ended.</remarks>
    /// <param name="name">The name in the child's lines.</param>
    /// <param name="childSeconds">How long the child sleeps.</param>
    /// <param name="parentSeconds">How long the parent sleeps; never as long as the child.</param>
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        throw new NotImplementedException();
    }
}
