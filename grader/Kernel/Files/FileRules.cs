using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Files;

/// <summary>Whole-file access. A plain write is two steps, truncate and fill, as on a real system; a move is one.</summary>
internal sealed class FileRules : IPrimitive
{
    private const string Prefix = "file:";

    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(ReadFile), typeof(TruncateFile), typeof(FillFile), typeof(AppendFile),
        typeof(MoveFile), typeof(DeleteFile), typeof(QueryFileExists),
    ];

    /// <summary>The name of the file at a path, the same for every way to write the path.</summary>
    public static string NameOf(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return Prefix + string.Join('/', parts);
    }

    /// <summary>What is said where another process has the file open alone.</summary>
    public static string Taken(string path) => $"The process cannot access the file '{path}' because it is being used by another process.";

    public void Complete(Transition transition, Operation operation)
    {
        var path = ((FileOperation)operation).Path;
        var name = NameOf(path);
        var file = transition.State.Find<FileState>(name);
        // Taking another's file alone is asked for at its opening; the second half of a write is past that.
        if (operation is (ReadFile or TruncateFile or AppendFile) && Streams.IsTaken(transition.State, name))
        {
            transition.Refuse(FailureKind.InputOutput, Taken(path));
            return;
        }

        switch (operation)
        {
            case QueryFileExists:
                transition.Answer(file is null ? Flag.False : Flag.True);
                break;
            case ReadFile when file is not null:
                transition.Answer(new Text(file.Content.ToString()));
                break;
            case TruncateFile:
                Write(transition, name, "");
                break;
            case FillFile fill:
                Write(transition, name, fill.Content);
                break;
            case AppendFile append:
                Write(transition, name, file?.Content.Append(append.Content) ?? append.Content);
                break;
            case DeleteFile:
                Streams.Keep(transition, name);
                transition.Remove(name);
                transition.Answer(Done.Instance);
                break;
            case MoveFile move when file is not null:
                Move(transition, name, file, move);
                break;
            default:
                transition.Refuse(FailureKind.FileNotFound, $"There is no file '{path}'. The files of a run are those that its task sheet names and those that it wrote.");
                break;
        }
    }

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = NameOf(((FileOperation)operation).Path);
        return operation switch
        {
            ReadFile or QueryFileExists => [Access.Read(name)],
            MoveFile move => [Access.Write(name), Access.Write(NameOf(move.NewPath))],
            _ => [Access.Write(name)],
        };
    }

    private static void Write(Transition transition, string name, FileText content)
    {
        transition.Set(name, new FileState(content));
        transition.Answer(Done.Instance);
    }

    private static void Move(Transition transition, string name, FileState file, MoveFile move)
    {
        var newName = NameOf(move.NewPath);
        if (!move.Overwrite && newName != name && transition.State.Find<FileState>(newName) is not null)
        {
            transition.Refuse(FailureKind.InputOutput, $"The file '{move.NewPath}' exists already; say overwrite: true to replace it.");
            return;
        }

        if (newName != name)
        {
            Streams.Keep(transition, newName);
            Streams.Follow(transition, name, newName);
        }

        transition.Remove(name);
        Write(transition, newName, file.Content);
    }
}
