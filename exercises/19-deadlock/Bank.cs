using ExerciseKit.Multiprocessing;

/// <summary>A bank: many transfers at the same time, a lock an account.</summary>
public static class Bank
{
    /// <summary>Starts one process for each transfer; returns the balances once all of them have ended.</summary>
    /// <remarks>
    /// A transfer takes the amount from the one account and adds it to the other. None is refused, and a balance may go below zero.
    /// A transfer from an account to itself changes nothing.
    /// </remarks>
    /// <param name="balances">What is on each account at first.</param>
    /// <param name="transfers">From which account to which how much is transferred; accounts are indices into <paramref name="balances"/>.</param>
    /// <returns>What is on each account in the end.</returns>
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        throw new NotImplementedException();
    }
}
