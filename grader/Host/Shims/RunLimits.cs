using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>Counts what a run prints and writes, so that a flood ends at the same line on every machine.</summary>
/// <remarks>Not synchronized: an agent has one thread.</remarks>
internal static class RunLimits
{
    /// <summary>How long a line may grow that takes several writes: each keeps what is there of it, so that one without an end would fill the grader's memory.</summary>
    public const int MaxPiecedLineChars = 4096;

    private static readonly Dictionary<string, long> FileBytes = [];
    private static readonly int[] Pieced = new int[(int)ConsoleStream.Error + 1];
    private static long printed;

    /// <summary>What this host was told that a process may use.</summary>
    public static HostLimits Limits { get; set; } = new();

    /// <summary>Whether the run had to end for want of memory.</summary>
    public static bool IsOutOfMemory { get; private set; }

    /// <summary>Begins a run.</summary>
    public static void Begin()
    {
        FileBytes.Clear();
        Array.Clear(Pieced);
        printed = 0;
        IsOutOfMemory = false;
    }

    /// <summary>How much of what the process may print it has printed, on the scale of what it may carry.</summary>
    public static long PrintedOfCarried => printed * CarriedText.MaxChars / Math.Max(Limits.MaxOutputBytes, 1);

    /// <summary>The process is about to print.</summary>
    /// <exception cref="Contract.Sessions.RunAbortedException">It has printed too much.</exception>
    public static void Print(ConsoleStream stream, string text)
    {
        printed += Encoding.UTF8.GetByteCount(text);
        if (printed > Limits.MaxOutputBytes)
            End(($"printed {printed} bytes, and {Limits.MaxOutputBytes} are allowed in one run (maxOutputBytes).", $"输出了 {printed} 字节，而一次运行最多允许 {Limits.MaxOutputBytes} 字节（maxOutputBytes）。"));
        var begun = Pieced[(int)stream];
        var lineEnd = text.LastIndexOf('\n');
        Pieced[(int)stream] = lineEnd < 0 ? begun + text.Length : text.Length - lineEnd - 1;
        if (begun > 0 && begun + (lineEnd < 0 ? text.Length : text.IndexOf('\n', StringComparison.Ordinal)) > MaxPiecedLineChars)
            End(($"printed one line in pieces of more than {MaxPiecedLineChars} characters together. End it with Console.WriteLine, or print it at once.", $"把一行分成几段打印，加起来超过了 {MaxPiecedLineChars} 个字符。请用 Console.WriteLine 结束这一行，或者一次打印完。"));
    }

    /// <summary>The process is about to write a whole file.</summary>
    /// <exception cref="Contract.Sessions.RunAbortedException">It would be too long.</exception>
    public static void Write(string path, string text)
    {
        FileBytes[path] = 0;
        Append(path, text);
    }

    /// <summary>The process is about to append to a file.</summary>
    /// <exception cref="Contract.Sessions.RunAbortedException">It would be too long.</exception>
    public static void Append(string path, string text)
    {
        var length = FileBytes[path] = FileBytes.GetValueOrDefault(path) + Encoding.UTF8.GetByteCount(text);
        if (length > Limits.MaxFileBytes)
            End(($"wrote {length} bytes to '{path}', and {Limits.MaxFileBytes} are allowed in a file (maxFileBytes).", $"向“{path}”写入了 {length} 字节，而一个文件最多允许 {Limits.MaxFileBytes} 字节（maxFileBytes）。"));
    }

    /// <summary>No memory was left for the student's code: what it does from now on depends on the machine.</summary>
    public static void RunOutOfMemory() => IsOutOfMemory = true;

    /// <summary>The end of a process that ran out of memory.</summary>
    /// <param name="site">Its last call.</param>
    /// <param name="met">The exception, which tells the place where there was no call.</param>
    public static EndProcess OutOfMemory(Contract.CallSite site, Exception met) =>
        Over(($"needed more than the {Limits.MaxMemoryBytes >> 20} MiB of memory that are allowed (maxMemoryBytes).", $"需要的内存超过了允许的 {Limits.MaxMemoryBytes >> 20} MiB（maxMemoryBytes）。"), site.IsKnown ? site : StudentFrames.Innermost(met));

    private static void End(LocalizedText what)
    {
        var site = Request.Session.Site;
        Request.End(Over(what, site), site);
    }

    /// <summary>The end of a process that went beyond a limit.</summary>
    public static EndProcess Over(LocalizedText what, Contract.CallSite site) => new(Ending.OverLimit, 1, Crash: new Crash("", what.En, $"   at {site}", site) { MessageZh = what.Zh });
}
