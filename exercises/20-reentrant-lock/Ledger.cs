using ExerciseKit.Multiprocessing;

/// <summary>A ledger that many clerks write in, one at a time.</summary>
public static class Ledger
{
    /// <summary>Starts one process for each clerk, who makes one entry; returns once all of them have ended.</summary>
    /// <remarks>
    /// An entry is <c>{clerk} begins</c>, <c>{clerk} writes</c>, <c>{clerk} ends</c>, with no line of another clerk between.
    /// The first and the last line are printed by one method, the line between by another one, which the first calls.
    /// Each of the two takes the ledger's lock itself.
    /// </remarks>
    /// <param name="clerks">The clerks' names, no two alike.</param>
    public static void Run(string[] clerks)
    {
        throw new NotImplementedException();
    }
}
