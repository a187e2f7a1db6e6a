using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Plays the host: tells from a program's text what a process asks after a history, and runs ahead as far as it likes.</summary>
/// <param name="text">The program.</param>
/// <param name="cap">Says how far the next run goes ahead at most.</param>
internal sealed class TextBehaviour(SmallProgram text, Func<int> cap) : IBehaviourSource
{
    private readonly HashSet<string> made = [.. text.Processes[World.Root].Body.TakeWhile(s => s is CreateStep).Cast<CreateStep>().SelectMany(c => c.Names)];

    public Target RootTarget => TargetOf(World.Root);

    public LearntRun Run(Target target, Payload arguments, IReadOnlyList<Outcome> history) => new(Asked(SpeakerOf(target, arguments), history), [], []);

    public int Repeat(Target target, Payload arguments, IReadOnlyList<Outcome> history, Repetition round)
    {
        // A text has an end, and so have its loops: it is never followed far.
        for (var repeated = 0; ; repeated++)
        {
            IReadOnlyList<Outcome> told = [.. history, .. Enumerable.Range(0, repeated).Select(i => history[history.Count - round.Length + (i % round.Length)])];
            var asked = Asked(SpeakerOf(target, arguments), told);
            if (asked.Count <= told.Count || asked[told.Count] != asked[told.Count - round.Length] || repeated == round.Operations)
                return repeated;
        }
    }

    private List<AskedOperation> Asked(string speaker, IReadOnlyList<Outcome> history)
    {
        var ahead = cap();
        var cursor = Cursor.AtBeginning(text.Processes[speaker]);
        var asked = new List<AskedOperation>();
        var started = new HashSet<string>();
        var isClosed = false;
        while (true)
        {
            var operation = OperationAt(cursor, speaker);
            asked.Add(new AskedOperation(operation, new CallSite("Program.cs", cursor.Step.Line)));
            var outcome = asked.Count <= history.Count ? history[asked.Count - 1]
                : asked.Count <= history.Count + ahead && IsSafe(cursor.Step, started, isClosed) ? operation.OnlyOutcome
                : null;
            if (operation is EndProcess || outcome is null)
                return asked;
            if (cursor.Step is Start start && outcome is ProcessIdentity)
                started.Add(start.Process);
            isClosed |= cursor.Step is CloseIt or TerminateIt;
            cursor = cursor.After(Translation.ToResult(outcome, cursor, speaker));
        }
    }

    /// <summary>Processes with one text share one target, as those of one method do, unless the text speaks of their own descent.</summary>
    private Target TargetOf(string process)
    {
        if (text.Processes[process].Namesake is { } namesake)
            return new Target("Text", namesake, "");
        var twins = text.Processes.Where(p => ReferenceEquals(p.Value.Body, text.Processes[process].Body)).Select(p => p.Key).ToList();
        var isNeutral = !TextSteps.In(text.Processes[process].Body).OfType<ChildStep>()
            .Any(s => twins.Exists(t => s.Process.StartsWith(t, StringComparison.Ordinal)));
        return new Target("Text", isNeutral ? twins[0] : process, "");
    }

    // Who runs another's method is told by what it is given who it is.
    private static string SpeakerOf(Target target, Payload arguments) => arguments.Json is ['"', ..] ? arguments.Json.Trim('"') : target.Method;

    private Operation OperationAt(Cursor cursor, string speaker) => Translation.ToOperation(cursor, speaker, text) switch
    {
        StartProcess start when text.Processes[((Start)cursor.Step).Process].Namesake is not null =>
            start with { Target = TargetOf(((Start)cursor.Step).Process), Arguments = new Payload($"\"{((Start)cursor.Step).Process}\"", []) },
        StartProcess start => start with { Target = TargetOf(((Start)cursor.Step).Process) },
        var operation => operation,
    };

    /// <summary>An honest host joins whom it has started and uses what there is; the texts do not always.</summary>
    private bool IsSafe(Step step, HashSet<string> started, bool isClosed) => step switch
    {
        Join join => started.Contains(join.Process),
        Acquire acquire => made.Contains(acquire.Name),
        Enter enter => made.Contains(enter.Name),
        TakePermit take => made.Contains(take.Name),
        PutSignal put => made.Contains(put.Name),
        AwaitSignal wait => made.Contains(wait.Name),
        BarrierStep barrier => made.Contains(barrier.Name),
        SharedStep shared => made.Contains(shared.Name),
        JoinIt join => isClosed && made.Contains(join.Name),
        PoolStep pool => made.Contains(pool.Name),
        QueueStep queue => made.Contains(queue.Queue),
        _ => true,
    };
}
