using System.Text.Json;
using ExerciseKit.Contract;
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
    public IReadOnlyList<LocalizedText> ChildEndings => [.. state.Agents.Values.ToArray().Where(a => a.Parent is not null).Select(Ended)];

    /// <summary>The content of a file; null when it is not there.</summary>
    public string? FileText(string path) => KernelRules.FileText(state, path);

    /// <summary>How the entry method ended, in words: "ends", "ends with" and the exception's type, or what cut it off.</summary>
    public LocalizedText Ending => IsCutOff ? ($"{CutOffBy(root).En}, before it returned anything", $"{CutOffBy(root).Zh}，还没有返回任何值") : root.Describe();

    /// <summary>What cut a process off, in words.</summary>
    public static LocalizedText CutOffBy(EndProcess exit) => ($"ended by {exit?.Describe().En}", $"被 {exit?.Describe().Zh} 结束");

    /// <summary>Whether Environment.Exit ended the program before the entry method returned.</summary>
    internal bool IsCutOff => root is { Ending: Contract.Operations.Ending.Exited, Result: null };

    /// <summary>The entry method's name and how it ended.</summary>
    internal LocalizedText EntryEnding => Ending.Select(how => $"{state.Root.Target.Method} {how}");

    /// <summary>Whether somebody asked for a result that there is not.</summary>
    internal bool ResultWasMissed { get; set; }

    /// <summary>How the program ended, who was there, and how each of them ended.</summary>
    public LocalizedText Describe()
    {
        var (entry, endings) = (EntryEnding, LocalizedText.Join(("; ", "；"), ChildEndings));
        return Children switch
        {
            0 => ($"{entry.En}, and there was no child", $"{entry.Zh}，没有子进程"),
            1 => ($"{entry.En}, and there was 1 child: {endings.En}", $"{entry.Zh}，有 1 个子进程：{endings.Zh}"),
            _ => ($"{entry.En}, and there were {Children} children: {endings.En}", $"{entry.Zh}，有 {Children} 个子进程：{endings.Zh}"),
        };
    }

    private static LocalizedText Ended(AgentState child) => child.ExitCode is { } code
        ? ($"{ProcessLabel.Of(child)} ended with exit code {code}", $"{ProcessLabel.Of(child)} 以退出码 {code} 结束")
        : ($"{ProcessLabel.Of(child)} had not ended", $"{ProcessLabel.Of(child)} 还没有结束");

    /// <summary>What the entry method returned.</summary>
    /// <exception cref="JsonException">It is of another type.</exception>
    public T? Result<T>()
    {
        ResultWasMissed |= root.Result is null;
        return root.Result is { } result ? JsonSerializer.Deserialize<T>(result.Json, Json) : default;
    }
}
