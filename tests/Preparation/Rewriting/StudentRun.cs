using System.Reflection;
using System.Runtime.Loader;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Host.Shims;
using ExerciseKit.Preparation.Rewriting;

namespace ExerciseKit.Tests.Preparation.Rewriting;

/// <summary>One run of a rewritten <c>Student.Run</c> in a load context of its own, against a scripted kernel.</summary>
internal sealed class StudentRun
{
    private readonly ScriptedLink link;

    private StudentRun(ScriptedLink link, object? result, Exception? thrown, bool wasAborted) =>
        (this.link, Result, Thrown, WasAborted) = (link, result, thrown, wasAborted);

    public object? Result { get; }

    public Exception? Thrown { get; }

    public bool WasAborted { get; }

    public IReadOnlyDictionary<string, string> Files => link.Files;

    public IEnumerable<Operation> Operations => link.Asked.Select(a => a.Operation);

    /// <summary>Everything printed, stand-in primitives' calls included.</summary>
    public IEnumerable<string> Printed => Operations.OfType<WriteConsole>().Select(w => w.Text.TrimEnd('\n'));

    /// <summary>Each operation's line, and what it printed where it did.</summary>
    public IEnumerable<string> Lines => link.Asked.Select(a => $"{a.Site.Line} {(a.Operation is WriteConsole w ? w.Text.TrimEnd('\n') : a.Operation.GetType().Name)}");

    public IEnumerable<CallSite> Sites => link.Asked.Select(a => a.Site);

    public EndProcess? End => Operations.OfType<EndProcess>().SingleOrDefault();

    public static StudentRun Of(string source, int? abortAt = null, long budget = 0, bool optimized = false, params object?[] arguments) =>
        Of(StudentAssembly.Accepted(source, optimized), abortAt, budget, arguments);

    public static StudentRun Of(Rewritten rewritten, int? abortAt = null, long budget = 0, params object?[] arguments)
    {
        var link = new ScriptedLink(abortAt);
        var context = new AssemblyLoadContext("student", isCollectible: true);
        context.Resolving += (_, _) => null;
        context.LoadFromStream(new MemoryStream(StudentAssembly.Kit));
        var assembly = context.LoadFromStream(new MemoryStream(rewritten.Assembly), new MemoryStream(rewritten.Symbols));
        AgentSession.Current = new AgentSession(link);
        LoopBudget.Begin(budget);
        CallSites.Begin();
        object? result = null;
        Exception? thrown = null;
        try
        {
            result = assembly.GetType("Student")!.GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        }
        catch (Exception e)
        {
            thrown = e;
        }

        var run = new StudentRun(link, result, thrown, AgentSession.Current.IsAborted);
        AgentSession.Current = null;
        LoopBudget.Begin(0);
        context.Unload();
        return run;
    }
}
