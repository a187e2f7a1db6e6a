using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Sessions;

/// <summary>The one agent that this OS process is: its link to the kernel, and the ordinals of what it has made.</summary>
/// <remarks>Not for students: the allow-list refuses this namespace.</remarks>
public sealed class AgentSession(IKernelLink link)
{
    private int children = -1;
    private int objects = -1;

    /// <summary>The session in force; null in a program started by hand until its first use of a primitive.</summary>
    public static AgentSession? Current { get; set; }

    /// <summary>Where the call in progress stands; the rewriter sets it before each call. unknown in code that is not rewritten: then the stack tells.</summary>
    public CallSite Site { get; set; }

    /// <summary>Whether the run is over: handlers of the student's must let everything pass.</summary>
    public bool IsAborted { get; set; }

    /// <summary>The loaded program of this agent, and the contract by which its values travel; who calls the student's code sets it.</summary>
    /// <remarks>An object, since its type is Multiprocessing's; it ends with the session, or a load context would live for ever.</remarks>
    public object? Program { get; set; }

    /// <summary>Whether the program runs by hand, so that its processes have the machine around them.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The child process objects started here, by relative name.</summary>
    public Dictionary<string, object> Children { get; } = [];

    /// <summary>The queues that this process has closed for itself, by relative name.</summary>
    public HashSet<string> ClosedQueues { get; } = [];

    /// <summary>How often a message was read that had been left by a call before.</summary>
    public int ReadAgain { get; set; }

    /// <summary>How often an answer has changed an object that the process had: a task of its pool is finished now.</summary>
    public int Changed { get; set; }

    /// <summary>How much the process has made, started, closed and taken up again: what it does next may depend on it.</summary>
    public int Made => children + objects + Children.Count + ClosedQueues.Count + ReadAgain;

    /// <summary>The relative name of the next child.</summary>
    public string NextChild() => Names.OwnChild(Interlocked.Increment(ref children));

    /// <summary>The relative name of the next object.</summary>
    public string NextObject() => Names.OwnObject(Interlocked.Increment(ref objects));

    /// <summary>Asks the kernel, and waits for its answer.</summary>
    /// <returns>The outcome, <see cref="Failed"/> included: who turns that into an exception is the caller's matter.</returns>
    /// <exception cref="RunAbortedException">The run is over, from now on for every operation.</exception>
    public Outcome Perform(Operation operation)
    {
        if (IsAborted)
            throw new RunAbortedException();
        try
        {
            return link.Perform(operation, Site.IsKnown ? Site : StudentFrames.Innermost());
        }
        catch (RunAbortedException)
        {
            IsAborted = true;
            throw;
        }
    }

    /// <summary>Asks the kernel for an operation that has one kind of answer.</summary>
    /// <exception cref="RunAbortedException">The run is over, or a recorded answer belongs to another operation: the driver compares and tells.</exception>
    public T Perform<T>(Operation operation)
        where T : Outcome
    {
        switch (Perform(operation))
        {
            case T expected:
                return expected;
            case Failed failed:
                throw failed.ToException();
            default:
                IsAborted = true;
                throw new RunAbortedException();
        }
    }
}
