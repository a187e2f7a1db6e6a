using ExerciseKit.Exploration.Checks;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>One sentence about a program, said twice: as a property for the search, and plainly about the model's world.</summary>
internal abstract record Claim
{
    /// <summary>The value before anything has happened; told apart by its text.</summary>
    public virtual object Start => 0;

    public abstract Property AsProperty();

    public virtual object After(object value, Happening happening) => value;

    public virtual bool IsBrokenBy(object value) => false;

    public virtual bool IsBrokenIn(World world) => false;

    public virtual bool IsBrokenAtEnd(object value, World end) => false;

    /// <summary>For a claim that some schedule must reach: whether this one has.</summary>
    public virtual bool IsReachedBy(object value) => false;
}
