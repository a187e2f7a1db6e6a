public static class QueueIpc
{
    public static string Ask(string question) => question.ToUpperInvariant() + "\uDBFF";

    public static string Relay(string message) => throw new InvalidOperationException("\uDE00" + message);
}
