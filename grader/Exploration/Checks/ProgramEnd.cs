using System.Text.Json;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Checks;

/// <summary>What is there when the program has ended.</summary>
/// <param name="state">The kernel's last state.</param>
/// <param name="root">What the root ended with.</param>
/// <param name="timeIsAsked">Called whenever the time is asked for; a search need not keep it where nobody does.</param>
public sealed class ProgramEnd(KernelState state, EndProcess root, Action? timeIsAsked = null)
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, PropertyNameCaseInsensitive = true, Converters = { new TravellingTextConverter() } };

    /// <summary>How long the program took, in virtual time; exact in the strict tier, zero in the loose one.</summary>
    public TimeSpan Makespan
    {
        get
        {
            timeIsAsked?.Invoke();
            return state.Now;
        }
    }

    /// <summary>The first process's exit code.</summary>
    public int ExitCode => root.ExitCode;

    /// <summary>How many processes there were besides the root.</summary>
    public int Children => state.Agents.Count - 1;

    /// <summary>How each child ended, in words: "Process-1 (Pay) ended with exit code 0".</summary>
    public IReadOnlyList<string> ChildEndings => [.. state.Agents.Values.ToArray().Where(a => a.Parent is not null).Select(Ended)];

    /// <summary>The content of a file; null when it is not there.</summary>
    public string? FileText(string path) => KernelRules.FileText(state, path);

    /// <summary>How the entry method ended, in words: "ends", or "ends with" and the exception's type.</summary>
    public string Ending => root.Describe();

    /// <summary>How the program ended, who was there, and how each of them ended.</summary>
    public override string ToString() => $"{state.Root.Target.Method} {Ending}, and there {Children switch
    {
        0 => "was no child",
        1 => "was 1 child",
        _ => $"were {Children} children",
    }}{(Children == 0 ? "" : $": {string.Join("; ", ChildEndings)}")}";

    private static string Ended(AgentState child) =>
        $"{ProcessLabel.Of(child)} {(child.ExitCode is { } code ? $"ended with exit code {code}" : "had not ended")}";

    /// <summary>What the entry method returned.</summary>
    /// <exception cref="JsonException">It is of another type.</exception>
    public T? Result<T>() => root.Result is { } result ? JsonSerializer.Deserialize<T>(result.Json, Json) : default;
}
