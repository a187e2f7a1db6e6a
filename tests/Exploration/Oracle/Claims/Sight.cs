using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>A kind of event that a claim speaks of: a pattern for the search, a question to a happening for the model.</summary>
internal sealed record Sight(SightKind Kind, Who Who)
{
    public EventPattern AsPattern()
    {
        EventPattern pattern = Kind switch
        {
            SightKind.LineX => LinePattern.Like("x"),
            SightKind.LineY => LinePattern.Like("y"),
            SightKind.AnyLine => LinePattern.Like("{text}"),
            SightKind.End => new EndPattern(),
            SightKind.Leaving => new LeavingPattern(),
            SightKind.Start => new StartPattern(),
            SightKind.Acquire => new OperationPattern<AcquireLock>(),
            SightKind.Release => new OperationPattern<ReleaseLock>(),
            SightKind.Sleep => new OperationPattern<Sleep>(),
            SightKind.Join => new OperationPattern<JoinProcess>(),
            SightKind.Clock => new OperationPattern<ReadClock>(),
            _ => new OperationPattern<ReadFile>(),
        };
        return pattern with { Who = Who };
    }

    public bool Sees(Happening happening) => IsBy(happening.Process) && Kind switch
    {
        SightKind.LineX => happening is { Kind: HappeningKind.Printed, Line: "x" },
        SightKind.LineY => happening is { Kind: HappeningKind.Printed, Line: "y" },
        SightKind.AnyLine => happening is { Kind: HappeningKind.Printed, Line.Length: > 0 },
        SightKind.End => happening.Kind == HappeningKind.Ended,
        SightKind.Leaving => happening.Kind == HappeningKind.Left,
        SightKind.Start => happening.Kind == HappeningKind.Started,
        _ => happening.Kind == HappeningKind.Did && IsOf(happening.Step),
    };

    private bool IsOf(Step step) => Kind switch
    {
        SightKind.Acquire => step is Acquire,
        SightKind.Release => step is Release,
        SightKind.Sleep => step is Pause,
        SightKind.Join => step is Join,
        SightKind.Clock => step is LookAtClock,
        _ => step is Read,
    };

    private bool IsBy(string process) => Who == Who.Anybody || (Who == Who.Root) == (process == World.Root);
}

internal enum SightKind
{
    LineX,
    LineY,
    AnyLine,
    End,
    Leaving,
    Start,
    Acquire,
    Release,
    Sleep,
    Join,
    Clock,
    Read,
}
