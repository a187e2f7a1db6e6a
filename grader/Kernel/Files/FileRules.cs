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

    public void Complete(Transition transition, Operation operation)
    {
        var path = ((FileOperation)operation).Path;
        var name = NameOf(path);
        var file = transition.State.Find<FileState>(name);
        switch (operation)
        {
            case QueryFileExists:
                transition.Answer(file is null ? Flag.False : Flag.True);
                break;
            case ReadFile when file is not null:
                transition.Answer(new Text(file.Content));
                break;
            case TruncateFile:
                Write(transition, name, "");
                break;
            case FillFile fill:
                Write(transition, name, fill.Content);
                break;
            case AppendFile append:
                Write(transition, name, file?.Content + append.Content);
                break;
            case DeleteFile:
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

    private static void Write(Transition transition, string name, string content)
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

        transition.Remove(name);
        Write(transition, newName, file.Content);
    }
}
