using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Agents;

namespace ExerciseKit.Kernel.Consoles;

/// <summary>The console. One write is one step, so that the lines in it stay together; a line may take several writes.</summary>
internal sealed class ConsoleRules : IPrimitive
{
    /// <summary>The name under which writes conflict.</summary>
    public const string Resource = "console";

    public IReadOnlyList<Type> Operations { get; } = [typeof(WriteConsole)];

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => [Access.Write(Resource)];

    public void Complete(Transition transition, Operation operation)
    {
        var write = (WriteConsole)operation;
        var agent = transition.Agent;
        var text = agent.PartialLine + write.Text;
        var from = 0;
        for (var end = text.IndexOf('\n', from); end >= 0; end = text.IndexOf('\n', from))
        {
            Print(transition, write.Stream, text[from..end]);
            from = end + 1;
        }

        transition.Set(agent with { PartialLine = text[from..] });
        transition.Answer(Done.Instance);
    }

    /// <summary>Prints what an ending agent has begun and not finished.</summary>
    public static void Flush(Transition transition)
    {
        var agent = transition.Agent;
        if (agent.PartialLine.Length == 0)
            return;
        Print(transition, ConsoleStream.Out, agent.PartialLine);
        transition.Set(agent with { PartialLine = "" });
    }

    private static void Print(Transition transition, ConsoleStream stream, string line)
    {
        var agent = transition.Agent;
        transition.Emit(new LinePrinted(agent.Name, transition.State.Now, agent.Site, stream, line.TrimEnd('\r')));
    }
}
