using ExerciseKit.Multiprocessing;

/// <summary>Mutual exclusion: several processes use one console, one at a time.</summary>
public static class Mutex
{
    /// <summary>Starts one process for each user, who prints a block of lines; returns once all of them have ended.</summary>
    /// <remarks>
    /// A block is <c>{user} begins</c>, then <c>{user} line {i}</c> for each i from 1 to <paramref name="lines"/>, then <c>{user} ends</c>.
    /// No line of another user comes between the first and the last line of a block.
    /// </remarks>
    /// <param name="users">The users' names, no two alike.</param>
    /// <param name="lines">How many lines a block has between its first and its last; may be 0.</param>
    public static void Run(string[] users, int lines)
    {
        throw new NotImplementedException();
    }
}
