using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ExerciseKit.Contract.Hosts;

/// <summary>What a host can keep from itself by a filter of system calls: their numbers differ between processors, and C libraries need different ones.</summary>
/// <param name="IsThere">Whether it has such a filter at all.</param>
/// <param name="StopsAllSignals">Whether no call is left that could send a signal to another process; musl's threads signal one another by <c>tkill</c>.</param>
public sealed record SystemCallFiltering([property: SupportedOSPlatformGuard("linux")] bool IsThere, bool StopsAllSignals)
{
    /// <summary>Why there may be none, and the way out.</summary>
    public static readonly LocalizedText WhyNotThere = (
        "The filter of system calls is not made for this system: grade on Linux, on x86-64 or ARM64.",
        "系统调用过滤器不支持这个系统：请在 x86-64 或 ARM64 的 Linux 上评分。");

    /// <summary>No filter.</summary>
    public static SystemCallFiltering None { get; } = new(false, false);

    /// <summary>What it can on this machine.</summary>
    public static SystemCallFiltering Here { get; } = OperatingSystem.IsLinux() && IsKnownFor(RuntimeInformation.ProcessArchitecture)
        ? new(true, NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "gnu_get_libc_version", out _))
        : None;

    /// <summary>Whether the numbers of Linux's calls on a processor are known to the host.</summary>
    public static bool IsKnownFor(Architecture processor) => processor is Architecture.X64 or Architecture.Arm64;
}
