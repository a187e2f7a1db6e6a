namespace ExerciseKit.Kernel.Files;

/// <summary>A file that a process has open.</summary>
/// <param name="File">The name of the file's object; it follows the file when that is moved, and keeps one that was removed or replaced.</param>
/// <param name="IsExclusive">Whether nobody else may have it open.</param>
internal sealed record StreamState(string File, bool IsExclusive) : ObjectState;
