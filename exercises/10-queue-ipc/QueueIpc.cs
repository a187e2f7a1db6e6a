using ExerciseKit.Multiprocessing;

/// <summary>Processes that talk through queues.</summary>
public static class QueueIpc
{
    /// <summary>Asks a child: the question goes to it through a queue, and its answer, the question in upper case, comes back through a queue.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The child's answer.</returns>
    public static string Ask(string question)
    {
        throw new NotImplementedException();
    }

    /// <summary>Passes a message on: a first child puts it into a queue for a second one, which puts it into a queue for the parent.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The message as the parent gets it from the second child.</returns>
    public static string Relay(string message)
    {
        throw new NotImplementedException();
    }
}
