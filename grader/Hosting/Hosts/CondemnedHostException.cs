using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>A host did what only a hand-in can make it do: it went beyond a limit that its driver watches, or broke the protocol. It can't be used any more.</summary>
/// <remarks>
/// The kit's own host does neither, so this is the hand-in's doing and never the grader's fault: it ends the run that the host
/// works for, fails the check that the run was for, and nothing else. What it had used when it was looked at is chance, and a result holds
/// nothing that varies: how far it got is told as "more than" what is allowed.
/// </remarks>
/// <param name="verdict">What the check comes to.</param>
/// <param name="what">What it did, to follow the process's name.</param>
public sealed class CondemnedHostException(Verdict verdict, LocalizedText what) : Exception(what?.En)
{
    /// <summary>What it did, to follow the process's name.</summary>
    public LocalizedText Text => what;

    public Verdict Verdict { get; } = verdict;

    /// <summary>It computed beyond the bound without a word: code inside the framework, which no loop budget counts.</summary>
    public static CondemnedHostException Processor(TimeSpan allowed) =>
        new(Verdict.Limit, (
            $"computed for more than the {allowed.TotalSeconds} s of processor time that are allowed without calling anything of the kit (maxProcessorSeconds).",
            $"没有调用 kit 的任何东西，连续计算的处理器时间超过了允许的 {allowed.TotalSeconds} 秒（maxProcessorSeconds）。"));

    /// <summary>It holds more memory than it may.</summary>
    public static CondemnedHostException Memory(long allowed) =>
        new(Verdict.Limit, (
            $"held more than the {allowed >> 20} MiB of memory that are allowed to it, the runtime's own included (maxMemoryBytes).",
            $"占用的内存超过了允许它使用的 {allowed >> 20} MiB（包括运行时自身，maxMemoryBytes）。"));

    /// <summary>It sleeps by itself; what waits for something of the kit has asked for it.</summary>
    public static CondemnedHostException Asleep(TimeSpan bound) =>
        new(Verdict.Hang, (
            $"slept for {bound.TotalSeconds} s without having asked the kit for anything to wait for.",
            $"睡眠了 {bound.TotalSeconds} 秒，却没有向 kit 请求等待任何东西。"));

    /// <summary>What it sent was no message, or none that may come then.</summary>
    public static CondemnedHostException Protocol(ProtocolException broken) => broken.Fault switch
    {
        ProtocolFault.BadLength => TooMuch(broken.Message),
        _ => Protocol(broken.Message),
    };

    /// <inheritdoc cref="Protocol(ProtocolException)"/>
    public static CondemnedHostException Protocol(string how) => new(Verdict.Crash, Broke(how));

    // Only a hand-in that attacks the kit gets here; what it did is told for those who keep the kit.
    private static LocalizedText Broke(string how) => ($"broke the protocol: {how}", $"违反了通信协议：“{how}”");

    /// <summary>It sent what may come, but not then.</summary>
    public static CondemnedHostException OutOfTurn(Message sent, string expected) => Protocol($"it sent a {sent.GetType().Name} where {expected}.");

    /// <summary>It spoke for another run than the one that it works for.</summary>
    public static CondemnedHostException Stale(int told, int run) => Protocol($"it spoke for run {told} where it had run {run}.");

    /// <summary>It went on when it had asked for its end, or without waiting for its answer.</summary>
    public static CondemnedHostException AfterItsEnd() => Protocol("it went on speaking where it should have waited for its answer, or have ended.");

    /// <summary>It sent more than may be sent at a time.</summary>
    public static CondemnedHostException TooMuch(string how) => new(Verdict.Limit, Broke(how));
}
