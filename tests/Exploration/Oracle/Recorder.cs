using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>How much of each end a search is made to remember; the more it reads, the fewer steps it may take at once.</summary>
internal enum Remembered
{
    /// <summary>Files, number of processes and time: nothing is read on the way.</summary>
    WhatIsThere,

    /// <summary>Besides, the lines of the output in their order.</summary>
    Lines,

    /// <summary>Besides, each process's exit code.</summary>
    ExitCodes,
}

/// <summary>Gathers the ends that a search meets: a property that every end fulfils and leaves its text behind in.</summary>
internal sealed class Recorder
{
    private readonly SortedSet<string> ends = new(StringComparer.Ordinal);

    public Recorder(Remembered remembered) => Property = remembered switch
    {
        Remembered.Lines => Gather(LinePattern.Like("{text}"), (text, happened) => $"{text}{happened.Agent}: {((LinePrinted)happened).Line}; "),
        Remembered.ExitCodes => Gather(new EndPattern(), (text, happened) => Sorted(text, $"{happened.Agent} {CodeOf(happened)}; ")),
        // It sees the time as an end tells it. What a search that began without it met is no end of the program's.
        _ => new AtEnd<int>("the ends", new Observer<int>(0, (nothing, _) => nothing, []) { SeesAgents = false }, (_, end) => Note("", end)),
    };

    public Property Property { get; }

    /// <summary>The ends met so far.</summary>
    public IReadOnlySet<string> Ends => ends;

    /// <summary>An end of the model in the same words.</summary>
    public static string Describe(World end, Remembered remembered) => Text(
        remembered switch
        {
            Remembered.Lines => string.Concat(end.Lines.Where(l => l.Contains(": ", StringComparison.Ordinal) && !l.EndsWith(": ", StringComparison.Ordinal)).Select(l => l + "; ")),
            Remembered.ExitCodes => string.Concat(end.Actors.Values.Select(a => $"{a.Name} {a.ExitCode}; ").Order(StringComparer.Ordinal)),
            _ => "",
        },
        end.Now,
        end.Actors.Count - 1,
        path => FileAtEnd.ContentIn(end, path));

    private AtEnd<string> Gather(EventPattern pattern, Func<string, KernelEvent, string> fold) =>
        new("the ends", new Observer<string>("", fold, [pattern]), Note);

    private bool Note(string value, ProgramEnd end)
    {
        ends.Add(Text(value, (int)end.Makespan.TotalSeconds, end.Children, end.FileText));
        return true;
    }

    private static string Text(string value, int time, int children, Func<string, string?> file) =>
        $"{value}{children} children, {time} s, " + string.Join(", ", ((string[])["a", "b", "c"]).Select(p => file(p) is { } content ? $"{p} holds '{content}'" : $"no {p}"));

    private static string Sorted(string text, string more) =>
        string.Concat(text.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(t => t + "; ").Append(more).Order(StringComparer.Ordinal));

    private static int CodeOf(KernelEvent happened) => happened switch
    {
        ProcessEnded ended => ended.End.ExitCode,
        ProcessDied { Death: Death.Killed } => -9,
        _ => -15,
    };
}
