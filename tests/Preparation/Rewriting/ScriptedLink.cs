using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Host.Shims;

namespace ExerciseKit.Tests.Preparation.Rewriting;

/// <summary>A kernel that answers from a script, else as a lone process would be answered, and keeps what it was asked.</summary>
internal sealed class ScriptedLink(int? abortAt = null) : IKernelLink
{
    private long clock;
    private long seed;

    public List<(Operation Operation, CallSite Site)> Asked { get; } = [];

    public Dictionary<string, string> Files { get; } = [];

    public Outcome Perform(Operation operation, CallSite site)
    {
        Asked.Add((operation, site));
        LoopBudget.Refill();
        if (operation is EndProcess || Asked.Count > abortAt)
        {
            AgentSession.Current!.IsAborted = true;
            throw new RunAbortedException();
        }

        return Answer(operation);
    }

    private Outcome Answer(Operation operation)
    {
        switch (operation)
        {
            case Sleep sleep:
                clock += sleep.Duration.Ticks;
                return Done.Instance;
            case ReadClock:
                return new ClockReading(new DateTime(2030, 1, 1, 8, 0, 0).Ticks + clock, clock, ZoneMinutes: 0);
            case DrawSeed:
                return new Number(++seed * 0x1234_5678_9ABC_DEF1);
            case Identify:
                return new ProcessIdentity(42, 0, "Process-1", false);
            case ReadFile read:
                return Files.TryGetValue(read.Path, out var text) ? new Text(text) : new Failed(FailureKind.FileNotFound, $"Could not find file '{read.Path}'.");
            case TruncateFile truncate:
                Files[truncate.Path] = "";
                return Done.Instance;
            case FillFile fill:
                Files[fill.Path] = fill.Content;
                return Done.Instance;
            case AppendFile append:
                Files[append.Path] = Files.GetValueOrDefault(append.Path, "") + append.Content;
                return Done.Instance;
            case MoveFile move when Files.Remove(move.Path, out var moved):
                Files[move.NewPath] = moved;
                return Done.Instance;
            case DeleteFile delete:
                Files.Remove(delete.Path);
                return Done.Instance;
            case QueryFileExists exists:
                return new Flag(Files.ContainsKey(exists.Path));
            default:
                return Done.Instance;
        }
    }
}
