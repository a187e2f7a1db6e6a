using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Wire;

/// <summary>The wire form of every <see cref="Wire.Message"/>; see <see cref="OperationFrames"/>.</summary>
internal static class MessageFrames
{
    /// <summary>Writes a message.</summary>
    /// <exception cref="ArgumentException">It has no wire form.</exception>
    public static FrameWriter Message(this FrameWriter to, Message message) =>
        message switch
        {
            Hello h => to.Kind(0).Int(h.Version).Int(h.ProcessId),
            RunAgent r => Run(to.Kind(1), r),
            Begun b => to.Kind(2).Int(b.Run),
            Ask a => to.Kind(3).Int(a.Run).Operation(a.Operation).Site(a.Site),
            Answer a => OutcomeOrNull(to.Kind(4).Int(a.Run), a.Outcome),
            Learned l => Learnt(to.Kind(5), l),
            HostFault h => to.Kind(6).Int(h.Run).Text(h.Reason),
            Attempt a => to.Kind(7).Int((int)a.Kind).Text(a.Argument).Int((int)a.On),
            Attempted a => to.Kind(8).Flag(a.Succeeded).Text(a.Detail),
            StartHost s => Start(to.Kind(9), s),
            KillHost k => to.Kind(10).Int(k.Number),
            HostStarted h => to.Kind(11).Int(h.Number).Int(h.ProcessId),
            HostEnded h => to.Kind(12).Int(h.Number).Int(h.ExitCode).Text(h.Errors),
            Resume r => to.Kind(13).Int(r.Run).Many(r.Recorded, static (to, outcome) => to.Outcome(outcome)),
            _ => throw new ArgumentException($"{message.GetType().Name} has no wire form."),
        };

    /// <summary>Reads a message.</summary>
    /// <exception cref="ProtocolException">None is there.</exception>
    public static Message Message(this ref FrameReader from) =>
        from.Kind() switch
        {
            0 => new Hello(from.Int(), from.Int()),
            1 => Run(ref from),
            2 => new Begun(from.Int()),
            3 => new Ask(from.Int(), from.Operation(), from.Site()),
            4 => new Answer(from.Int(), from.Flag() ? from.Outcome() : null),
            5 => Learnt(ref from),
            6 => new HostFault(from.Int(), from.Text()),
            7 => new Attempt((AttemptKind)from.Choice((int)AttemptKind.ConnectAbstract), from.Text(), (AttemptThread)from.Choice((int)AttemptThread.Finalizer)),
            8 => new Attempted(from.Flag(), from.Text()),
            9 => new StartHost(from.Int(), from.Text(), new HostLimits(from.Long(), from.Long(), from.Long(), from.Long()), from.Flag() ? new HostWalls(from.Int(), from.Text(), from.TextOrNull()) : null),
            10 => new KillHost(from.Int()),
            11 => new HostStarted(from.Int(), from.Int()),
            12 => new HostEnded(from.Int(), from.Int(), from.Text()),
            13 => new Resume(from.Int(), from.Many(static (ref from) => from.Outcome())),
            var other => throw FrameReader.Malformed($"{other} is no message's number"),
        };

    private static FrameWriter Run(FrameWriter to, RunAgent run)
    {
        to.Int(run.Run).Text(run.Assembly).Target(run.Target).Payload(run.Arguments)
            .Many(run.Recorded, static (to, outcome) => to.Outcome(outcome))
            .IntOrNull(run.RunAhead).Long(run.LoopBudget).Flag(run.FreshStatics);
        return run.Repeated is { } repetition ? to.Flag(true).Int(repetition.Length).Int(repetition.Operations) : to.Flag(false);
    }

    private static RunAgent Run(ref FrameReader from) =>
        new(
            from.Int(),
            from.Text(),
            from.Target(),
            from.Payload(),
            from.Many(static (ref from) => from.Outcome()),
            from.IntOrNull(),
            from.Long(),
            from.Flag())
        {
            Repeated = from.Flag() ? new Repetition(from.Int(), from.Int()) : null,
        };

    private static FrameWriter Learnt(FrameWriter to, Learned learned) =>
        to.Int(learned.Run)
            .Many(learned.Operations, static (to, asked) => to.Operation(asked.Operation).Site(asked.Site))
            .Many(learned.Rounds, static (to, round) => to.Int(round.At).Int(round.From).Long(round.Carries))
            .Many(learned.Landmarks, static (to, landmark) => to.Int(landmark.At).Text(landmark.State).Int(landmark.Since))
            .Int(learned.Repeated);

    private static Learned Learnt(ref FrameReader from) =>
        new(
            from.Int(),
            from.Many(static (ref from) => new AskedOperation(from.Operation(), from.Site())),
            from.Many(static (ref from) => new Round(from.Int(), from.Int(), from.Long())),
            from.Many(static (ref from) => new Landmark(from.Int(), from.Text(), from.Int())),
            from.Int());

    private static FrameWriter Start(FrameWriter to, StartHost start)
    {
        var limits = start.Limits;
        to.Int(start.Number).Text(start.Socket).Long(limits.MaxMemoryBytes).Long(limits.MaxFileBytes).Long(limits.MaxOpenFiles).Long(limits.MaxOutputBytes);
        return start.Walls is { } walls ? to.Flag(true).Int(walls.LandlockAbi).Text(walls.Programs).TextOrNull(walls.Writable) : to.Flag(false);
    }

    private static FrameWriter OutcomeOrNull(FrameWriter to, Outcome? outcome) => outcome is null ? to.Flag(false) : to.Flag(true).Outcome(outcome);
}
