namespace ExerciseKit.Contract.Operations;

/// <summary>Make a primitive. Always first for its name, so that it commutes with everything.</summary>
public abstract record CreateOperation(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;
}
