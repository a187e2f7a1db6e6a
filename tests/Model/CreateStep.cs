namespace ExerciseKit.Tests.Model;

/// <summary>Makes a primitive of that name, once.</summary>
internal abstract record CreateStep(string Name) : Step
{
    /// <summary>The names of all that it makes.</summary>
    internal virtual IEnumerable<string> Names => [Name];

    /// <summary>What there is then.</summary>
    protected abstract Thing New { get; }

    public override Result? Happen(World world, Actor me) => world.Things.TryAdd(Name, New) ? Result.Nothing : Result.Misuse;
}
