using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ExerciseKit.Contract;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>What a kernel gives of Landlock.</summary>
/// <param name="Abi">The version that hosts use; 0 for none.</param>
/// <param name="Why">Why there is none, and the way out; null where there is one.</param>
public sealed record LandlockSupport(int Abi, LocalizedText? Why)
{
    /// <summary>The latest version that hosts know the rights of.</summary>
    public const int LatestAbi = 7;

    private const int NotPermitted = 1;
    private const int NotImplemented = 38;
    private const int NotSupported = 95;

    /// <summary>As if there were none, because none was asked for.</summary>
    public static LandlockSupport NotAsked { get; } = new(0, ("Landlock was not asked for.", "没有要求使用 Landlock。"));

    /// <summary>Asks this machine's kernel.</summary>
    public static LandlockSupport OfThisMachine()
    {
        const nint CreateRuleset = 444;
        const nint AskForVersion = 1;
        if (!OperatingSystem.IsLinux())
            return new(0, ("Landlock needs Linux.", "Landlock 需要 Linux。"));
        var answer = syscall(CreateRuleset, 0, 0, AskForVersion);
        return answer > 0 ? Of((int)answer) : Missing(Marshal.GetLastPInvokeError(), Environment.OSVersion.Version);
    }

    /// <summary>A kernel with a version of it: hosts use what they know of that.</summary>
    public static LandlockSupport Of(int abi) => new(Math.Min(abi, LatestAbi), null);

    /// <summary>A kernel that answers with an error.</summary>
    /// <param name="error">The system's number of it.</param>
    /// <param name="kernel">The kernel's version.</param>
    public static LandlockSupport Missing(int error, Version kernel) => new(0, error switch
    {
        NotImplemented when kernel < new Version(5, 13) => ($"This kernel ({kernel}) has no Landlock: use Linux 5.13 or later, 6.2 for all of the file system.", $"这个内核（{kernel}）没有 Landlock：请用 Linux 5.13 或更新的版本；要保护整个文件系统，需要 6.2。"),
        NotImplemented => (
            $"This kernel ({kernel}) was built without Landlock, or a container's profile hides it: use a kernel with CONFIG_SECURITY_LANDLOCK, or allow the calls landlock_create_ruleset, landlock_add_rule and landlock_restrict_self in the profile (seccomp).",
            $"这个内核（{kernel}）编译时没有包含 Landlock，或者被容器的配置挡住了：请用带 CONFIG_SECURITY_LANDLOCK 的内核，或者在容器的 seccomp 配置里允许 landlock_create_ruleset、landlock_add_rule 和 landlock_restrict_self 这几个系统调用。"),
        NotSupported => ("Landlock is switched off: start the kernel with landlock in its list of security modules (lsm=landlock,…).", "Landlock 没有启用：启动内核时请把 landlock 写进安全模块列表（lsm=landlock,…）。"),
        NotPermitted => (
            "Landlock is forbidden here, as a container's profile may do: allow the calls landlock_create_ruleset, landlock_add_rule and landlock_restrict_self in it (seccomp).",
            "这里禁止使用 Landlock，可能是容器的配置所致：请在 seccomp 配置里允许 landlock_create_ruleset、landlock_add_rule 和 landlock_restrict_self 这几个系统调用。"),
        _ => ($"Landlock can't be used here: {Marshal.GetPInvokeErrorMessage(error)} (error {error}).", $"这里不能使用 Landlock：“{Marshal.GetPInvokeErrorMessage(error)}”（错误 {error}）。"),
    });

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("linux")]
    private static extern nint syscall(nint number, nint attributes, nint bytes, nint flags);
}
