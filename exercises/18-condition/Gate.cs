using ExerciseKit.Multiprocessing;

/// <summary>A gate with a doorkeeper, who admits visitors in groups.</summary>
public static class Gate
{
    /// <summary>Starts one process for each visitor, lets a doorkeeper admit them group by group, and returns once all are inside.</summary>
    /// <remarks>
    /// Before each group the doorkeeper prints <c>doorkeeper admits {n}</c>. A visitor who is admitted prints <c>visitor {i} enters</c>.
    /// </remarks>
    /// <param name="visitors">How many visitors there are; they are numbered from 1.</param>
    /// <param name="admissions">How many are admitted in each group, in this order; they add up to <paramref name="visitors"/>.</param>
    public static void Run(int visitors, int[] admissions)
    {
        throw new NotImplementedException();
    }
}
