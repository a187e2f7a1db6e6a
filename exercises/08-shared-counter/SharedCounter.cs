using ExerciseKit.Multiprocessing;

/// <summary>A counter that many processes change.</summary>
public static class SharedCounter
{
    /// <summary>Sets an entry of a <see cref="SharedDictionary{TKey, TValue}"/> to the number of workers, and starts that many processes, each of which takes 1 away from it.</summary>
    /// <param name="workers">How many processes there are; 0 or more.</param>
    /// <returns>What the entry holds once all of them have ended.</returns>
    public static int Run(int workers)
    {
        throw new NotImplementedException();
    }
}
