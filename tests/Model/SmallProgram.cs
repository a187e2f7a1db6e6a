using System.Collections.Immutable;
using System.Text;

namespace ExerciseKit.Tests.Model;

/// <summary>What one process does.</summary>
/// <param name="Body">Its statements.</param>
/// <param name="IsDaemon">Null to inherit the parent's flag.</param>
internal sealed record ProcessText(ImmutableList<Statement> Body, bool? IsDaemon = null)
{
    /// <summary>The pipe ends that it is given at its start.</summary>
    public ImmutableSortedSet<string> Ends { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whose method it runs, each with another argument; null where it runs its own.</summary>
    public string? Namesake { get; init; }

    public static ProcessText Of(params Statement[] body) => new([.. body]);

    public static ProcessText Daemon(params Statement[] body) => new([.. body], IsDaemon: true);
}

/// <summary>A program: what each process does that can come to be, by its name. The root is <c>0</c>, its children <c>0.0</c>, <c>0.1</c>, …</summary>
internal sealed record SmallProgram(ImmutableSortedDictionary<string, ProcessText> Processes)
{
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How many processes may live at once.</summary>
    public int MaxProcesses { get; init; } = 64;

    /// <summary>How many characters of items a queue's buffer takes; null for any number.</summary>
    public int? QueueBuffer { get; init; }

    /// <summary>What a process does; a worker in place of an ended one does the same.</summary>
    public ProcessText TextOf(string process) => Processes[process.Split('+')[0]];

    public static SmallProgram Of(params (string Name, ProcessText Text)[] processes) =>
        new SmallProgram(processes.ToImmutableSortedDictionary(p => p.Name, p => p.Text, StringComparer.Ordinal)).Numbered();

    public SmallProgram WithFile(string path, string content) => this with { Files = Files.SetItem(path, content) };

    /// <summary>The same program with a line of its own for each statement.</summary>
    public SmallProgram Numbered()
    {
        var line = 0;
        return this with { Processes = Processes.ToImmutableSortedDictionary(p => p.Key, p => p.Value with { Body = p.Value.Body.ConvertAll(Number) }, StringComparer.Ordinal) };

        Statement Number(Statement statement)
        {
            var numbered = statement with { Line = ++line };
            return numbered is Composite composite ? composite.Map(Number) : numbered;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine();
        if (MaxProcesses < 64)
            text.AppendLine($"at most {MaxProcesses} processes");
        if (QueueBuffer is { } buffer)
            text.AppendLine($"a queue's buffer takes {buffer} characters");
        foreach (var (path, content) in Files)
            text.AppendLine($"file {path}: '{content}'");
        foreach (var (name, process) in Processes)
        {
            text.AppendLine($"process {name}{(process.IsDaemon is { } d ? d ? " (daemon)" : " (no daemon)" : "")}{(process.Ends.Count > 0 ? " with " + string.Join(", ", process.Ends) : "")}");
            foreach (var statement in process.Body)
                text.AppendLine($"  {statement}");
        }

        return text.ToString();
    }
}
