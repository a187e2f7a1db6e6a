namespace ExerciseKit.Session.Folders;

/// <summary>What became of a file of a student's folder.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Fate">What.</param>
public sealed record FolderChange(string Path, FileFate Fate);

/// <summary>What may become of a file.</summary>
public enum FileFate
{
    /// <summary>It was not there.</summary>
    Written,

    /// <summary>It was as an older kit wrote it.</summary>
    Renewed,

    /// <summary>It is as the kit has it.</summary>
    Same,

    /// <summary>The student has changed it, and it stays.</summary>
    Kept,

    /// <summary>The same, and the kit has another than before: that stands beside it now, under the same name with <c>.new</c> behind it.</summary>
    KeptBesideNewer,
}
