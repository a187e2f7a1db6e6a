using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>A file holds this at the end, or is not there; or else it never does.</summary>
internal sealed record FileAtEnd(string Path, string? Content, bool Never) : Claim
{
    public override Property AsProperty() =>
        new AtEnd<int>("the file's content", Observe.Nothing, (_, end) => end.FileText(Path) == Content != Never);

    public override bool IsBrokenAtEnd(object value, World end) => ContentIn(end, Path) == Content == Never;

    public static string? ContentIn(World world, string path) => (world.Things.GetValueOrDefault(path) as FileThing)?.Content;
}

/// <summary>The whole takes this long.</summary>
internal sealed record Makespan(int Seconds) : Claim
{
    public override Property AsProperty() =>
        new AtEnd<int>("the makespan", Observe.Nothing, (_, end) => end.Makespan == TimeSpan.FromSeconds(Seconds));

    public override bool IsBrokenAtEnd(object value, World end) => end.Now != Seconds;
}

/// <summary>So many processes were started.</summary>
internal sealed record ChildrenAtEnd(int Count) : Claim
{
    public override Property AsProperty() => new AtEnd<int>("the number of children", Observe.Nothing, (_, end) => end.Children == Count);

    public override bool IsBrokenAtEnd(object value, World end) => end.Actors.Count - 1 != Count;
}

/// <summary>At the end these lines have been printed, whoever came first; or else they never have.</summary>
internal sealed record SaidAtEnd(string Sayings, bool Never) : Claim
{
    public override Property AsProperty() => new AtEnd<EquatableArray<Saying>>(
        "who said what",
        Observe.Lines(LinePattern.Like("{text}")),
        (said, _) => string.Join(", ", said.Select(s => $"{s.Agent}: {s.Text}").Order(StringComparer.Ordinal)) == Sayings != Never);

    public override bool IsBrokenAtEnd(object value, World end) => SayingsIn(end) == Sayings == Never;

    public static string SayingsIn(World world) =>
        string.Join(", ", world.Lines.Where(l => l.Contains(": ", StringComparison.Ordinal) && !l.EndsWith(": ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}

/// <summary>Nobody meets a half-written file.</summary>
internal sealed record NoRace(string Path) : Claim
{
    public override Property AsProperty() => new RaceFree(Path);

    public override bool IsBrokenIn(World world)
    {
        var steps = world.Living.Select(a => a.Cursor.Step).ToList();
        return world.Actors[World.Root].IsAlive && steps.Any(s => s is Truncate t && t.Path == Path || s is Fill f && f.Path == Path) && steps.Count(Touches) > 1;
    }

    private bool Touches(Step step) => step switch
    {
        Read read => read.Path == Path,
        Truncate truncate => truncate.Path == Path,
        Fill fill => fill.Path == Path,
        Append append => append.Path == Path,
        Delete delete => delete.Path == Path,
        Rename rename => rename.Path == Path || rename.NewPath == Path,
        _ => false,
    };
}
