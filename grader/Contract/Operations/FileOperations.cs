namespace ExerciseKit.Contract.Operations;

/// <summary>An operation on one file of the run's private folder.</summary>
/// <param name="Path">The path as the student wrote it; the kernel normalizes it.</param>
public abstract record FileOperation(string Path) : Operation
{
    /// <summary>Every path in it.</summary>
    public virtual IEnumerable<string> Paths => [Path];

    /// <summary>The same operation with every path in it replaced by <paramref name="map"/>.</summary>
    public virtual FileOperation MapPaths(Func<string, string> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return this with { Path = map(Path) };
    }
}

/// <summary>Read a whole file. Answer: <see cref="Text"/>, or a failure when it is not there.</summary>
public sealed record ReadFile(string Path) : FileOperation(Path)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code($"File.ReadAllText {Path}");
}

/// <summary>The first half of a plain write: the file is there and empty.</summary>
public sealed record TruncateFile(string Path) : FileOperation(Path)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ($"File.WriteAllText {Path} (opened, now empty)", $"File.WriteAllText {Path}（已打开，内容清空）");
}

/// <summary>The second half of a plain write: the file has its content.</summary>
public sealed record FillFile(string Path, string Content) : FileOperation(Path)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ($"File.WriteAllText {Path} (written)", $"File.WriteAllText {Path}（已写入）");
}

/// <summary>Add to a file's end, in one step, making it where it is not there.</summary>
public sealed record AppendFile(string Path, string Content) : FileOperation(Path)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code($"File.AppendAllText {Path}");
}

/// <summary>Give a file another name, in one step.</summary>
/// <param name="Path">The file.</param>
/// <param name="NewPath">Its new name.</param>
/// <param name="Overwrite">Whether a file of that name is replaced; else it is an error.</param>
public sealed record MoveFile(string Path, string NewPath, bool Overwrite) : FileOperation(Path)
{
    /// <inheritdoc />
    public override IEnumerable<string> Paths => [Path, NewPath];

    /// <inheritdoc />
    public override FileOperation MapPaths(Func<string, string> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return this with { Path = map(Path), NewPath = map(NewPath) };
    }

    public override LocalizedText Describe() => ($"File.Move {Path} to {NewPath}", $"File.Move {Path} 改名为 {NewPath}");
}

/// <summary>Remove a file; one that is not there is no error, as in .NET.</summary>
public sealed record DeleteFile(string Path) : FileOperation(Path)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code($"File.Delete {Path}");
}

/// <summary>Ask whether a file is there. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryFileExists(string Path) : FileOperation(Path)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code($"File.Exists {Path}");
}
