namespace ExerciseKit.Kernel;

/// <summary>That an operation reads or changes something; two operations commute unless they conflict on something.</summary>
/// <param name="Resource">The name of what is read or changed.</param>
/// <param name="IsWrite">Whether it is changed.</param>
public readonly record struct Access(string Resource, bool IsWrite)
{
    public static Access Read(string resource) => new(resource, false);

    public static Access Write(string resource) => new(resource, true);

    public bool ConflictsWith(Access other) => (IsWrite || other.IsWrite) && Resource == other.Resource;
}
