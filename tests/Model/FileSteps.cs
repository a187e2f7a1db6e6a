namespace ExerciseKit.Tests.Model;

internal sealed record FileThing(string Content) : Thing
{
    public override string ToString() => $"'{Content}'";
}

/// <summary>A plain whole-file write: two steps, as on a real system.</summary>
internal sealed record Write(string Path, string Content) : Composite
{
    public override IReadOnlyList<Statement> Unfold(Result last) => [new Truncate(Path) { Line = Line }, new Fill(Path, Content) { Line = Line }];
}

internal sealed record Truncate(string Path) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        world.Things[Path] = new FileThing("");
        return Result.Nothing;
    }
}

internal sealed record Fill(string Path, string Content) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        world.Things[Path] = new FileThing(Content);
        return Result.Nothing;
    }
}

internal sealed record Append(string Path, string Content) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        world.Things[Path] = new FileThing((world.Things.GetValueOrDefault(Path) is FileThing file ? file.Content : "") + Content);
        return Result.Nothing;
    }
}

internal sealed record Read(string Path) : Step
{
    public override Result? Happen(World world, Actor me) =>
        world.Things.GetValueOrDefault(Path) is FileThing file ? new(ResultKind.Text, file.Content) : new(ResultKind.FileMissing);
}

internal sealed record Exists(string Path) : Step
{
    public override Result? Happen(World world, Actor me) => Result.Of(world.Things.ContainsKey(Path));
}

internal sealed record Delete(string Path) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        world.Things.Remove(Path);
        return Result.Nothing;
    }
}

/// <summary>One step, over an existing file too.</summary>
internal sealed record Rename(string Path, string NewPath, bool Overwrite) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Path) is not FileThing file)
            return new(ResultKind.FileMissing);
        if (Path == NewPath)
            return Result.Nothing;
        if (!Overwrite && world.Things.ContainsKey(NewPath))
            return new(ResultKind.FileExists);
        world.Things.Remove(Path);
        world.Things[NewPath] = file;
        return Result.Nothing;
    }
}
