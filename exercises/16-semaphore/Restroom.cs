using ExerciseKit.Multiprocessing;

/// <summary>A restroom: many users, few stalls.</summary>
public static class Restroom
{
    /// <summary>Starts one process for each user, who enters the restroom once and leaves it; returns once all of them have ended.</summary>
    /// <remarks>
    /// A user who has got a stall prints <c>{user} enters</c>, stays for a moment, and prints <c>{user} leaves</c> before the next one may have the stall.
    /// </remarks>
    /// <param name="stalls">How many users may be inside at once; at least 1.</param>
    /// <param name="users">The users' names, no two alike.</param>
    public static void Run(int stalls, string[] users)
    {
        throw new NotImplementedException();
    }
}
