using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Tests.Exploration.Sampling;

/// <summary>A program without branches, run by the kernel under a schedule: each process asks for its operations in turn, then ends.</summary>
internal sealed class StraightLine
{
    public const string Main = Names.Root;

    private static readonly Target Target = new("Program", "Run", "*");
    private readonly Dictionary<string, Operation[]> code = [];
    private readonly Lazy<RunProfile> profile;

    private StraightLine() => profile = new(() => RunProfile.Of(Run(new PartialOrderSampling(0))));

    /// <summary>What its first run tells.</summary>
    public RunProfile Profile => profile.Value;

    /// <summary>A root that starts one child for each of these codes and waits for none but at its end.</summary>
    public static StraightLine Children(params Operation[][] children)
    {
        var program = new StraightLine();
        program.code[Main] = [.. children.Select((_, i) => Start(Child(i)))];
        for (var i = 0; i < children.Length; i++)
            program.code[Child(i)] = children[i];
        return program;
    }

    public static StraightLine Of(params (string Agent, Operation[] Code)[] agents)
    {
        var program = new StraightLine();
        foreach (var (agent, operations) in agents)
            program.code[agent] = operations;
        return program;
    }

    public static string Child(int ordinal) => $"{Main}.{ordinal}";

    public static Operation Start(string child) => new StartProcess(child, null, null, Target, Payload.Null);

    public static Operation Append(string path) => new AppendFile(path, "x");

    public static Operation Print() => new WriteConsole(ConsoleStream.Out, "x\n");

    public static Operation Write(string path, string content) => new FillFile(path, content);

    public Trace Run(ISchedule schedule, Timing timing = Timing.Strict)
    {
        var state = KernelRules.Begin(new KernelSettings(timing), Target, Payload.Null);
        var next = new Dictionary<string, int>();
        var choices = new List<Choice>();
        var steps = new List<TraceStep>();
        while (state.Root.IsAlive)
        {
            state = SubmitAll(state, next);
            var possible = KernelRules.Choices(state);
            if (possible.Count == 0)
                return new Trace(choices, steps, Faults.Deadlock(state));
            if (schedule.Pick(state, possible) is not { } choice)
                break;
            Assert.That(possible, Does.Contain(choice), "A schedule must pick one of the choices.");
            var result = KernelRules.Step(state, choice);
            choices.Add(choice);
            steps.Add(new TraceStep(state, result.State, result.Events));
            state = result.State;
        }

        return new Trace(choices, steps, null);
    }

    /// <summary>The processes in the order in which they used a file.</summary>
    public static string OrderOn(string path, Trace trace) => string.Join(' ', trace.Steps.SelectMany(s => s.Events)
        .OfType<OperationCompleted>().Where(e => e.Operation is FileOperation file && file.Path == path).Select(e => e.Agent));

    private KernelState SubmitAll(KernelState state, Dictionary<string, int> next)
    {
        foreach (var agent in state.Agents.Values.ToArray().Where(a => a.Status == AgentStatus.Running))
        {
            var at = next.GetValueOrDefault(agent.Name);
            next[agent.Name] = at + 1;
            var operation = at < code[agent.Name].Length ? code[agent.Name][at] : new EndProcess(Ending.Returned, 0);
            state = KernelRules.Submit(state, agent.Name, operation, new CallSite("Program.cs", at + 1));
        }

        return state;
    }
}
