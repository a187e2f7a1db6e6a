namespace ExerciseKit.Tests.Model;

/// <summary>Asks who it is, and keeps that in mind.</summary>
internal sealed record AskSelf : Step
{
    public override Result? Happen(World world, Actor me) => Result.Nothing;
}

/// <summary>A step on a file that has the process's id in its name, so that no other speaks of it.</summary>
internal abstract record OwnFileStep : Step
{
    /// <summary>What the file is called where ids are names.</summary>
    protected static string PathOf(Actor me) => $"own {me.Name}";
}

/// <summary>Writes its own file in one step.</summary>
internal sealed record FillOwn(string Content) : OwnFileStep
{
    public override Result? Happen(World world, Actor me) => new Fill(PathOf(me), Content).Happen(world, me);
}

/// <summary>Puts its own file in another's place.</summary>
internal sealed record MoveOwn(string NewPath) : OwnFileStep
{
    public override Result? Happen(World world, Actor me) => new Rename(PathOf(me), NewPath, Overwrite: true).Happen(world, me);
}
