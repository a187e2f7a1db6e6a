using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Files;

/// <summary>Files opened, read and written piece by piece, as on Linux: a place in the file is the reader's and the writer's own, and nothing is locked but by <c>FileShare.None</c>.</summary>
internal sealed class StreamRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
        [typeof(OpenFile), typeof(ReadFileAt), typeof(WriteFileAt), typeof(SetFileLength), typeof(CloseFile)];

    public void Complete(Transition transition, Operation operation)
    {
        var asked = (StreamOperation)operation;
        if (asked is OpenFile open)
            Open(transition, open);
        else if (transition.State.Find<StreamState>(asked.Object) is { } stream && transition.State.Find<FileState>(stream.File) is { } file)
            Use(transition, asked, stream, file.Content);
        else
            transition.Refuse(FailureKind.Disposed, $"The file '{asked.Path}' is not open here.");
    }

    public IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation)
    {
        var asked = (StreamOperation)operation;
        var file = state.Find<StreamState>(asked.Object)?.File ?? FileRules.NameOf(asked.Path);
        return [asked is ReadFileAt ? Access.Read(file) : Access.Write(file)];
    }

    private static void Open(Transition transition, OpenFile open)
    {
        var name = FileRules.NameOf(open.Path);
        var file = transition.State.Find<FileState>(name);
        if (transition.State.Find<StreamState>(open.Object) is not null)
            transition.Refuse(FailureKind.InvalidOperation, $"There is already an open file {open.Object}.");
        else if (file is null && open.Mode is (OpenMode.Open or OpenMode.Truncate))
            transition.Refuse(FailureKind.FileNotFound, $"There is no file '{open.Path}'. The files of a run are those that its task sheet names and those that it wrote.");
        else if (file is not null && open.Mode == OpenMode.CreateNew)
            transition.Refuse(FailureKind.InputOutput, $"The file '{open.Path}' exists already; FileMode.CreateNew makes a new one only.");
        else if (Streams.IsTaken(transition.State, name) || (open.IsExclusive && Streams.IsOpen(transition.State, name)))
            transition.Refuse(FailureKind.InputOutput, FileRules.Taken(open.Path));
        else
        {
            FileText content = open.Mode is OpenMode.Create or OpenMode.Truncate ? "" : file?.Content ?? "";
            transition.Set(name, new FileState(content));
            transition.Set(open.Object, new StreamState(name, open.IsExclusive));
            transition.Answer(new Number(content.Length));
        }
    }

    private static void Use(Transition transition, StreamOperation asked, StreamState stream, FileText content)
    {
        switch (asked)
        {
            case ReadFileAt read:
                transition.Answer(new Text(Piece(content.ToString(), read.Offset, read.Count)));
                return;
            case WriteFileAt write:
                transition.Set(stream.File, new FileState(Written(content, write.Offset, write.Content)));
                break;
            case SetFileLength cut:
                transition.Set(stream.File, new FileState(OfLength(content.ToString(), cut.Length)));
                break;
            default:
                Streams.Close(transition, asked.Object, stream);
                break;
        }

        transition.Answer(Done.Instance);
    }

    private static FileText Written(FileText content, int offset, string piece)
    {
        if (offset == content.Length)
            return content.Append(piece);
        var text = content.ToString();
        return OfLength(text, offset) + piece + text[Math.Min(text.Length, offset + piece.Length)..];
    }

    private static string Piece(string content, int offset, int count)
    {
        var from = Math.Min(offset, content.Length);
        var to = from + Math.Min(count, content.Length - from);
        if (to > from && to < content.Length && char.IsHighSurrogate(content[to - 1]))
            to++;
        return content[from..to];
    }

    private static string OfLength(string content, int length) => length <= content.Length ? content[..length] : content.PadRight(length, '\0');
}
