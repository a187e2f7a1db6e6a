using ExerciseKit.Contract;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>The names of what is enforced on hosts, and who enforces it.</summary>
/// <remarks>
/// Two of them protect nothing further where the rest holds, and are not demanded: with Landlock alone a host runs as the user (<c>user</c>),
/// but reaches none of the user's files and processes, and has none of root's powers; and it can read the machine's name (<c>host-name</c>), but not change it.
/// Landlock does not hide that a path exists, how large and how old it is: what <c>file-system</c> keeps is what stands in files and folders.
/// </remarks>
internal static class Enforcement
{
    private const string User = "user", FileSystem = "file-system", TemporarySpace = "temporary-space", Network = "network", ProcessTree = "process-tree", Ipc = "ipc", HostName = "host-name", Processes = "processes";

    /// <summary>What the system bounds for a process.</summary>
    private static readonly string[] ByLimits = ["file-size", "open-files"];

    /// <summary>What the grader and the hosts see to wherever they run.</summary>
    private static readonly string[] ByGrader = ["environment", "memory", "processor-time", "output"];

    private static readonly string[] ByNamespaces = [User, FileSystem, TemporarySpace, Network, ProcessTree, Ipc, HostName];

    private static readonly string[] All = [.. ByNamespaces, Processes, .. ByGrader, .. ByLimits];

    private static readonly string[] NotDemanded = [User, HostName];

    /// <summary>What the walls that stand enforce, and what is missing.</summary>
    /// <param name="bubblewrap">The sandbox around the hosts, or why there is none.</param>
    /// <param name="landlock">What hosts confine themselves by, or why not.</param>
    /// <param name="filter">What their filter of system calls stops.</param>
    public static SandboxReport Of(BubblewrapSupport bubblewrap, LandlockSupport landlock, SystemCallFiltering filter)
    {
        List<Wall> walls = [];
        if (bubblewrap.Why is null)
            walls.Add(new Wall("bubblewrap", bubblewrap.Version, EquatableArray.Create(ByNamespaces)));
        if (landlock.Abi > 0)
            walls.Add(new Wall("landlock", $"ABI {landlock.Abi}", [.. ByNamespaces.Where(name => Lacks(name, landlock, filter) is null)], Remark(landlock.Abi)));
        if (filter.IsThere)
            walls.Add(new Wall("system-call-filter", null, [Network, Processes]));
        if (!OperatingSystem.IsWindows())
            walls.Add(new Wall("resource-limits", null, EquatableArray.Create(ByLimits)));
        walls.Add(new Wall("grader", null, EquatableArray.Create(ByGrader)));

        var enforced = walls.SelectMany(w => w.Enforces).ToHashSet();
        return new SandboxReport(
            bubblewrap.Why is null ? SandboxKind.Bubblewrap : landlock.Abi > 0 ? SandboxKind.Landlock : SandboxKind.None,
            [.. All.Where(enforced.Contains)],
            [.. All.Where(name => !enforced.Contains(name)).Select(name => new NotEnforced(name, Why(name, bubblewrap, landlock, filter), !NotDemanded.Contains(name)))],
            [.. walls]);
    }

    private static LocalizedText Why(string name, BubblewrapSupport bubblewrap, LandlockSupport landlock, SystemCallFiltering filter) => name switch
    {
        Processes => SystemCallFiltering.WhyNotThere,
        User or HostName => bubblewrap.Why!,
        _ when ByLimits.Contains(name) => ("This system has no such bound for a single process.", "这个系统不能对单个进程设这种限制。"),
        _ => Lacks(name, landlock, filter) is { IsEmpty: false } lacks ? EitherWouldDo(bubblewrap.Why!, lacks) : bubblewrap.Why!,
    };

    /// <summary>Why Landlock, with the filter, does not enforce something; null where it does. It leaves alone whose calls the filter refuses: permissions, signals by their oldest call, memory shared under a key.</summary>
    private static LocalizedText? Lacks(string name, LandlockSupport landlock, SystemCallFiltering filter) => name switch
    {
        User or HostName => LocalizedText.Empty,
        _ when landlock.Why is { } none => none,
        TemporarySpace => null,
        _ when !filter.IsThere => SystemCallFiltering.WhyNotThere,
        FileSystem when landlock.Abi < 3 => (
            $"Landlock of this kernel (ABI {landlock.Abi}) does not keep files from being cut short: use Linux 6.2 or later (ABI 3).",
            $"这个内核的 Landlock（ABI {landlock.Abi}）挡不住截短文件：请用 Linux 6.2 或更新的版本（ABI 3）。"),
        ProcessTree when landlock.Abi < 6 && !filter.StopsAllSignals => (
            $"Landlock of this kernel (ABI {landlock.Abi}) does not keep signals in, and with this C library the filter of system calls can't: use Linux 6.12 or later (ABI 6).",
            $"这个内核的 Landlock（ABI {landlock.Abi}）挡不住信号，而在这个 C 库下系统调用过滤器也挡不住：请用 Linux 6.12 或更新的版本（ABI 6）。"),
        _ => null,
    };

    private static LocalizedText EitherWouldDo(LocalizedText bubblewrap, LocalizedText landlock) =>
        ($"{bubblewrap.En} {landlock.En} Either of the two would do.", $"{bubblewrap.Zh}{landlock.Zh}两者有其一即可。");

    private static LocalizedText? Remark(int abi)
    {
        List<LocalizedText> left = [];
        if (abi < 3)
            left.Add(("files being cut short (ABI 3)", "截短文件（ABI 3）"));
        if (abi < 4)
            left.Add(("TCP (ABI 4)", "TCP（ABI 4）"));
        if (abi < 6)
            left.Add(("signals and abstract sockets (ABI 6)", "信号和抽象套接字（ABI 6）"));
        var all = LocalizedText.Join((", ", "、"), left);
        return left.Count == 0 ? null : ($"This version leaves to other walls: {all.En}.", $"这个版本要靠其他防护来挡：{all.Zh}。");
    }
}
