namespace ExerciseKit.Contract.Operations;

/// <summary>An operation on a file that a process has open.</summary>
/// <param name="Path">The path by which it was opened; the file may have another name by now, or none.</param>
/// <param name="Object">The open file.</param>
public abstract record StreamOperation(string Path, string Object) : FileOperation(Path)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object) };
}

/// <summary>Open a file. Answer: <see cref="Number"/>, its length in characters then; or a failure, by the mode or because another has it open alone.</summary>
/// <param name="Path">The path as the student wrote it.</param>
/// <param name="Object">The open file; always first for its name.</param>
/// <param name="Mode">Whether the file must be there or may not, and is emptied.</param>
/// <param name="IsExclusive">Whether nobody else may have it open, as <see cref="FileShare.None"/> says.</param>
public sealed record OpenFile(string Path, string Object, OpenMode Mode, bool IsExclusive) : StreamOperation(Path, Object)
{
    public override LocalizedText Describe() => ($"opens {Path} ({Mode}{(IsExclusive ? ", alone" : "")})", $"打开 {Path}（{Mode}{(IsExclusive ? "，独占" : "")}）");
}

/// <summary>What becomes of a file that is opened; the framework's <see cref="FileMode"/>, number for number.</summary>
public enum OpenMode
{
    /// <summary>It must not be there, and is made.</summary>
    CreateNew = 1,

    /// <summary>It is made, or emptied.</summary>
    Create,

    /// <summary>It must be there.</summary>
    Open,

    /// <summary>It is made where it is not there.</summary>
    OpenOrCreate,

    /// <summary>It must be there, and is emptied.</summary>
    Truncate,

    /// <summary>It is made where it is not there, and written to from its end on.</summary>
    Append,
}

/// <summary>Read from an open file. Answer: <see cref="Text"/>, empty at the end.</summary>
/// <param name="Path">As for all.</param>
/// <param name="Object">As for all.</param>
/// <param name="Offset">Where, in characters from the beginning.</param>
/// <param name="Count">How many characters at most; one more where a pair would be torn.</param>
public sealed record ReadFileAt(string Path, string Object, int Offset, int Count) : StreamOperation(Path, Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => ($"reads from {Path}", $"读取 {Path}");
}

/// <summary>Write into an open file, over what is there; what lies between the file's end and the place is filled with zero characters.</summary>
/// <param name="Path">As for all.</param>
/// <param name="Object">As for all.</param>
/// <param name="Offset">Where, in characters from the beginning.</param>
/// <param name="Content">What.</param>
public sealed record WriteFileAt(string Path, string Object, int Offset, string Content) : StreamOperation(Path, Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ($"writes to {Path}", $"写入 {Path}");
}

/// <summary>Cut an open file to a length, or fill it up to it with zero characters.</summary>
/// <param name="Path">As for all.</param>
/// <param name="Object">As for all.</param>
/// <param name="Length">The length in characters.</param>
public sealed record SetFileLength(string Path, string Object, int Length) : StreamOperation(Path, Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ($"cuts {Path} to {Length} characters", $"把 {Path} 截短为 {Length} 个字符");
}

/// <summary>Close an open file.</summary>
public sealed record CloseFile(string Path, string Object) : StreamOperation(Path, Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ($"closes {Path}", $"关闭 {Path}");
}
