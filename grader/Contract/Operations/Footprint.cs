namespace ExerciseKit.Contract.Operations;

/// <summary>Tells which operations leave something in the process that performed them, beside its statics.</summary>
public static class Footprint
{
    /// <summary>Whether the process is another one after the operation, whatever its own code remembers.</summary>
    /// <remarks>Objects are numbered on, seeds and clocks are kept for the process's life, and who knows its name may keep it.</remarks>
    public static bool IsLeftBy(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation is DrawSeed or ReadClock or Identify)
            return true;
        var hasOwn = false;
        operation.MapNames(name =>
        {
            hasOwn |= name.StartsWith('.');
            return name;
        });
        return hasOwn;
    }
}
