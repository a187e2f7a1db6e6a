using System.Collections.Immutable;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>Turns a random program into one that C# can say: no process speaks of another's child, none asks before a start, a write is a whole one, who waits for a job waits for one.</summary>
internal static class Sayable
{
    public static ProgramCase Of(ProgramCase program)
    {
        var processes = program.Base.Processes.ToImmutableSortedDictionary(p => p.Key, p => Of(p.Key, p.Value, program.Base), StringComparer.Ordinal);
        var hasFamily = processes.Keys.Any(p => Descent.ParentOf(p) is "0.0" or "0.1");
        return program with { Base = (program.Base with { Processes = processes, MaxProcesses = 64 }).Numbered(), HasTwins = program.HasTwins && !hasFamily };
    }

    private static ProcessText Of(string name, ProcessText text, SmallProgram program)
    {
        var children = program.Processes.Keys.Where(p => Descent.IsChildOf(p, name)).ToList();
        IEnumerable<Statement> opening = [.. text.Body.OfType<CreateStep>(), .. children.Select(c => new Start(c))];
        var rest = text.Body.Select((s, i) => IsRefusedUnasked(s, text.Body.Take(i)) ? new Print("open") : s)
            .Where(s => s is not CreateStep && !(s is Start start && children.Remove(start.Process)))
            .Select(s => Of(s, name, program));
        return new ProcessText([.. opening, .. rest], HasChildren(name, program) ? null : text.IsDaemon) { Ends = name == World.Root ? text.Ends : EndsOf(name, program) };
    }

    private static Statement Of(Statement statement, string name, SmallProgram program) => statement switch
    {
        Composite composite => composite.Map(s => Of(s, name, program)),
        AwaitJob { Numbers.Count: > 1 } => new Print("any"),
        Truncate truncate => new Delete(truncate.Path),
        Fill fill => new Write(fill.Path, fill.Content),
        ChildStep step when !Descent.IsChildOf(step.Process, name) || !program.Processes.ContainsKey(step.Process) => new Print(step.Process),
        PipeStep step when !EndsOf(name, program).Contains(step.End) => new Print(step.End),
        CloseEnd step when !EndsOf(name, program).Contains(step.End) => new Print(step.End),
        Put { End: { } end } when !EndsOf(name, program).Contains(end) => new Print(end),
        Send { Given: { } end } when !EndsOf(name, program).Contains(end) => new Print(end),
        _ => statement,
    };

    /// <summary>Whether the pool's own object knows that this is misuse, so that the kernel is not asked as the model is.</summary>
    private static bool IsRefusedUnasked(Statement statement, IEnumerable<Statement> before) =>
        statement is JoinIt join && !before.Any(b => b is CloseIt close && close.Name == join.Name || b is TerminateIt terminate && terminate.Name == join.Name);

    /// <summary>The pipe ends that a process has from the start; it has no variable for others. Nobody can hand on what he was not given.</summary>
    private static ImmutableSortedSet<string> EndsOf(string process, SmallProgram program) => process == World.Root
        ? program.Processes[World.Root].Body.OfType<MakePipe>().SelectMany(m => m.Names).ToImmutableSortedSet(StringComparer.Ordinal)
        : program.Processes[process].Ends.Intersect(EndsOf(Descent.ParentOf(process), program));

    private static bool HasChildren(string name, SmallProgram program) => program.Processes.Keys.Any(p => Descent.IsChildOf(p, name));
}
