using ExerciseKit.Multiprocessing;

/// <summary>Many tasks, few workers.</summary>
public static class PoolWork
{
    /// <summary>Squares the numbers on a pool of workers, one task a number, each of which takes 1 s.</summary>
    /// <remarks>
    /// Prints <c>{n} done</c> by a callback when the task of <c>n</c> is done, and <c>all done</c> when the pool is closed and joined.
    /// </remarks>
    /// <param name="workers">How many tasks may run at once; at least 1.</param>
    /// <param name="numbers">The numbers to square; there can be equal ones.</param>
    /// <returns>The squares, in the order of the numbers.</returns>
    /// <exception cref="OverflowException">A square is too large for an <see cref="int"/>: the exception that ended its task.</exception>
    public static int[] Run(int workers, int[] numbers)
    {
        throw new NotImplementedException();
    }
}
