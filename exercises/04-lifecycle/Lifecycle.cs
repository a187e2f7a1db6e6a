using ExerciseKit.Multiprocessing;

/// <summary>The life of a child process, seen from its parent.</summary>
public static class Lifecycle
{
    /// <summary>Starts children that end in each of the four ways there are, and reports what could be seen of them.</summary>
    /// <remarks>
    /// One child sleeps for an hour, is looked at, terminated, joined, and looked at again. One returns, one throws an exception,
    /// one calls <c>Environment.Exit(3)</c>. One of the children tells what it knows of itself: its name, its id and its parent's id.
    /// </remarks>
    /// <returns>What was seen; the same in every run, but for names and ids.</returns>
    public static LifecycleReport Run()
    {
        throw new NotImplementedException();
    }
}
