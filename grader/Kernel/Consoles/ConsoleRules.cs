using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Consoles;

/// <summary>The console. One write is one step, so that the lines in it stay together; a line may take several writes.</summary>
internal sealed class ConsoleRules : IPrimitive
{
    /// <summary>The name under which writes conflict.</summary>
    public const string Resource = "console";

    public IReadOnlyList<Type> Operations { get; } = [typeof(WriteConsole)];

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => [Access.Write(Resource)];

    public bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) => true;

    public bool IsIdle(Operation operation, Outcome result) => true;

    public void Complete(Transition transition, Operation operation)
    {
        var write = (WriteConsole)operation;
        var text = PartialLine(transition.Agent, write.Stream) + write.Text;
        var from = 0;
        for (var end = text.IndexOf('\n', from); end >= 0; end = text.IndexOf('\n', from))
        {
            Print(transition, write.Stream, text[from..end]);
            from = end + 1;
        }

        SetPartialLine(transition, write.Stream, text[from..]);
        transition.Answer(Done.Instance);
    }

    /// <summary>Whether an agent has begun a line and not finished it.</summary>
    public static bool HasPartialLine(AgentState agent) => agent.PartialLine.Length + agent.PartialErrorLine.Length > 0;

    /// <summary>Prints what an ending agent has begun and not finished.</summary>
    public static void Flush(Transition transition)
    {
        foreach (var stream in (ReadOnlySpan<ConsoleStream>)[ConsoleStream.Out, ConsoleStream.Error])
        {
            var line = PartialLine(transition.Agent, stream);
            if (line.Length == 0)
                continue;
            Print(transition, stream, line);
            SetPartialLine(transition, stream, "");
        }
    }

    private static string PartialLine(AgentState agent, ConsoleStream stream) =>
        stream == ConsoleStream.Error ? agent.PartialErrorLine : agent.PartialLine;

    private static void SetPartialLine(Transition transition, ConsoleStream stream, string text) =>
        transition.Set(stream == ConsoleStream.Error
            ? transition.Agent with { PartialErrorLine = text }
            : transition.Agent with { PartialLine = text });

    private static void Print(Transition transition, ConsoleStream stream, string line)
    {
        var agent = transition.Agent;
        transition.Emit(new LinePrinted(agent.Name, transition.State.Now, agent.Site, stream, line.TrimEnd('\r')));
    }
}
