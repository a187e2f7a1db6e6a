using ExerciseKit.Multiprocessing;

/// <summary>A static field that is changed in one of two processes.</summary>
public static class Isolation
{
    /// <summary>What this process has; every process starts with as much.</summary>
    public static int Money = 999;

    /// <summary>Starts a child that sets <see cref="Money"/> to <paramref name="value"/> and puts what it has then into a queue.</summary>
    /// <param name="value">What the child sets it to.</param>
    /// <returns>What the parent has after that, and what the child has.</returns>
    public static (int Parent, int Child) Run(int value)
    {
        throw new NotImplementedException();
    }
}
