namespace ExerciseKit.Tests.Model;

/// <summary>How a run came out.</summary>
/// <param name="IsDeadlock">The root lives and nothing can ever happen.</param>
/// <param name="Time">The virtual time at the end, in seconds; 0 in loose time.</param>
/// <param name="Fates">What became of each process, one a line.</param>
/// <param name="Lines">What was printed, in order, each line with its printer.</param>
/// <param name="Objects">What is left: locks, files, one a line.</param>
internal sealed record EndState(bool IsDeadlock, int Time, string Fates, string Lines, string Objects)
{
    public static EndState Of(bool isDeadlock, int time, IEnumerable<string> fates, IEnumerable<string> lines, IEnumerable<string> objects) =>
        new(isDeadlock, time, string.Join('\n', fates), string.Join('\n', lines), string.Join('\n', objects));

    public static string Printed(string process, Printout stream, string line) => stream == Printout.Output ? $"{process}: {line}" : $"{process}! {line}";

    public static string Ended(string process, int code) => $"{process} ended with {code}";

    public static string LeftBehind(string process) => $"{process} was left behind";

    public static string Stuck(string process, Step step, IEnumerable<string> heldBy) =>
        $"{process} is stuck at {step}, held by {string.Join(", ", heldBy.Order(StringComparer.Ordinal))}";
}
