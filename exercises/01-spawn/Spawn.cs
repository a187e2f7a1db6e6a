using ExerciseKit.Multiprocessing;

/// <summary>Starting child processes: from a method, and from a class.</summary>
public static class Spawn
{
    /// <summary>Starts one child for each name, then prints <c>main</c> without waiting for any of them.</summary>
    /// <remarks>Each child prints <c>{name} is running</c>, sleeps 3 seconds, and prints <c>{name} is over</c>.</remarks>
    /// <param name="names">The children's names, no two alike.</param>
    public static void Run(string[] names)
    {
        throw new NotImplementedException();
    }

    /// <summary>Does the same as <see cref="Run"/>, with children of a class that derives from <see cref="ChildProcess"/>.</summary>
    /// <param name="names">The children's names, no two alike.</param>
    public static void RunClass(string[] names)
    {
        throw new NotImplementedException();
    }
}
