using ExerciseKit.Exploration.Observers;
using ExerciseKit.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>A random claim whose constants are still to be taken from what the program comes to: so that about as many hold as do not.</summary>
internal sealed record ClaimSketch(ClaimKind Kind, Sight First, Sight Second, int Number, string Path, int Pick)
{
    private static readonly Gen<Sight> Sights =
        from kind in Gen.Frequency(
            (5, Gen.Elements(SightKind.LineX, SightKind.LineY, SightKind.AnyLine)),
            (4, Gen.Elements(Enum.GetValues<SightKind>())))
        from who in Gen.Elements(Who.Anybody, Who.Anybody, Who.Child, Who.Root)
        select new Sight(kind, who);

    public static Gen<ClaimSketch> Any { get; } = OfKind(Enum.GetValues<ClaimKind>());

    /// <summary>Claims that the order of single steps decides on.</summary>
    public static Gen<ClaimSketch> OfOutcome { get; } = OfKind(ClaimKind.FileAtEnd, ClaimKind.FileAtEnd, ClaimKind.SaidAtEnd, ClaimKind.AtMostInside);

    private static Gen<ClaimSketch> OfKind(params ClaimKind[] kinds) =>
        from kind in Gen.Elements(kinds)
        from first in Sights
        from second in Sights
        from number in Gen.Choose(0, 3)
        from path in Gen.Elements("a", "b")
        from pick in Gen.Choose(0, 1000)
        select new ClaimSketch(kind, first, second, number, path, pick);

    /// <param name="ends">What the program can come to, in an order of its own.</param>
    public Claim Resolve(IReadOnlyList<World> ends)
    {
        var end = ends.Count == 0 ? null : ends[Pick % ends.Count];
        return Kind switch
        {
            ClaimKind.NeverMoreThan => new NeverMoreThan(First, Number),
            ClaimKind.SometimesAsMany => new SometimesAsMany(First, Number),
            ClaimKind.AsManyAtEnd => new AsManyAtEnd(First, Number),
            ClaimKind.AtMostInside => new AtMostInside(First, Second, Number),
            ClaimKind.SometimesInside => new SometimesInside(First, Second, Number),
            ClaimKind.PeakAtEnd => new PeakAtEnd(First, Second, Number),
            ClaimKind.ComesBefore => new ComesBefore(First, Math.Max(1, Number), Second),
            ClaimKind.SometimesFirst => new SometimesFirst(First, Second),
            ClaimKind.FileAtEnd => new FileAtEnd(Path, end is null ? "old" : FileAtEnd.ContentIn(end, Path), Number > 1),
            ClaimKind.Makespan => new Makespan(end?.Now ?? Number),
            ClaimKind.ChildrenAtEnd => new ChildrenAtEnd(end is null ? Number : end.Actors.Count - 1),
            ClaimKind.SaidAtEnd => new SaidAtEnd(end is null ? "" : SaidAtEnd.SayingsIn(end), Number > 1),
            _ => new NoRace(Path),
        };
    }
}

internal enum ClaimKind
{
    NeverMoreThan,
    SometimesAsMany,
    AsManyAtEnd,
    AtMostInside,
    SometimesInside,
    PeakAtEnd,
    ComesBefore,
    SometimesFirst,
    FileAtEnd,
    Makespan,
    ChildrenAtEnd,
    SaidAtEnd,
    NoRace,
}
