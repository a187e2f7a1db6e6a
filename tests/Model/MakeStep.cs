namespace ExerciseKit.Tests.Model;

/// <summary>Makes an object; of a name that is taken it is a misuse.</summary>
internal abstract record MakeStep(string Name) : Step
{
    protected abstract Thing Made { get; }

    public sealed override Result? Happen(World world, Actor me) => world.Things.TryAdd(Name, Made) ? Result.Nothing : Result.Misuse;
}
