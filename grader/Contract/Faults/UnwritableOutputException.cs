namespace ExerciseKit.Contract.Faults;

/// <summary>Standard output is closed, or what it leads to is full: nobody sees what was to be shown, and nobody in the kit is to blame.</summary>
/// <param name="inner">What the system says.</param>
public sealed class UnwritableOutputException(Exception inner)
    : Exception($"standard output can't be written ({inner?.Message.TrimEnd('.')}). Let it lead somewhere, or have the result in a file by --out FILE.", inner);
