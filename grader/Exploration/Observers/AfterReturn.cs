using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>Whether a child still prints when the method that the grader calls has returned: who returns so did not wait for it.</summary>
/// <param name="HasReturned">Whether it has.</param>
/// <param name="Line">The first line that came after it; null while none has.</param>
public sealed record AfterReturn(bool HasReturned, string? Line)
{
    /// <summary>Sees it.</summary>
    /// <param name="lines">The lines of the task's that its processes print: any other is nobody's to wait for.</param>
    public static Observer<AfterReturn> Of(params LinePattern[] lines) => new(
        new AfterReturn(HasReturned: false, null),
        (seen, happened) => happened switch
        {
            LinePrinted { Line: var line } => seen.HasReturned && seen.Line is null ? seen with { Line = line } : seen,
            _ => seen with { HasReturned = true },
        },
        [new LeavingPattern { Who = Who.Root }, .. lines.Select(line => line.By(Who.Child))],
        seen => seen.Line is { } line ? ($"'{line}' was printed after that", $"此后还打印了“{line}”") : ("nothing was printed after that", "此后没有再打印什么"))
    { SeesAgents = false, SeesTime = false };
}
