namespace ExerciseKit.Tests.Model;

/// <summary>Makes a primitive of that name, once.</summary>
internal abstract record CreateStep(string Name) : Step
{
    /// <summary>What there is then.</summary>
    protected abstract Thing New { get; }

    public sealed override Result? Happen(World world, Actor me) => world.Things.TryAdd(Name, New) ? Result.Nothing : Result.Misuse;
}
