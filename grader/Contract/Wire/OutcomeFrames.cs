using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Wire;

/// <summary>The wire form of every <see cref="Operations.Outcome"/>; see <see cref="OperationFrames"/>.</summary>
internal static class OutcomeFrames
{
    /// <summary>Writes an outcome.</summary>
    /// <exception cref="ArgumentException">It has no wire form.</exception>
    public static FrameWriter Outcome(this FrameWriter to, Outcome outcome) =>
        outcome switch
        {
            Done => to.Kind(0),
            Flag f => to.Kind(1).Flag(f.Value),
            Number n => to.Kind(2).Long(n.Value),
            Text t => to.Kind(3).Text(t.Value),
            Item i => to.Kind(4).Payload(i.Value),
            ItemList i => to.Kind(5).Payloads(i.Values),
            EntryList e => to.Kind(6).Entries(e.Values),
            GivenTask g => to.Kind(7).Target(g.Target).Payload(g.Arguments),
            FinishedTask f => to.Kind(8).Int(f.Number).TaskResult(f.Result).DurationOrNull(f.PatienceLeft),
            NameList n => to.Kind(9).Texts(n.Values).Identities(n.Replacements),
            ClockReading c => to.Kind(10).Long(c.UtcTicks).Long(c.UptimeTicks).Int(c.ZoneMinutes),
            ProcessIdentity p => to.Kind(11).Int(p.Id).Int(p.ParentId).Text(p.Name).Flag(p.IsDaemon).Duration(p.StartTakes),
            Failed f => to.Kind(12).Int((int)f.Kind).Text(f.Message),
            _ => throw new ArgumentException($"{outcome.GetType().Name} has no wire form."),
        };

    /// <summary>Reads an outcome.</summary>
    /// <exception cref="ProtocolException">None is there.</exception>
    public static Outcome Outcome(this ref FrameReader from) =>
        from.Kind() switch
        {
            0 => Done.Instance,
            1 => new Flag(from.Flag()),
            2 => new Number(from.Long()),
            3 => new Text(from.Text()),
            4 => new Item(from.Payload()),
            5 => new ItemList(from.Payloads()),
            6 => new EntryList(from.Entries()),
            7 => new GivenTask(from.Target(), from.Payload()),
            8 => new FinishedTask(from.Int(), from.TaskResult(), from.DurationOrNull()),
            9 => new NameList(from.Texts()) { Replacements = from.Identities() },
            10 => new ClockReading(from.Long(), from.Long(), from.Int()),
            11 => new ProcessIdentity(from.Int(), from.Int(), from.Text(), from.Flag()) { StartTakes = from.Duration() },
            12 => new Failed((FailureKind)from.Choice((int)FailureKind.BrokenBarrier), from.Text()),
            var other => throw FrameReader.Malformed($"{other} is no outcome's number"),
        };
}
