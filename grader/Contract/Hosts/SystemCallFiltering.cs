using System.Runtime.InteropServices;

namespace ExerciseKit.Contract.Hosts;

/// <summary>Where a host can take the start of processes from itself: the numbers of system calls differ between processors.</summary>
public static class SystemCallFiltering
{
    /// <summary>Whether it can on this machine.</summary>
    public static bool IsPossibleHere => OperatingSystem.IsLinux() && IsKnownFor(RuntimeInformation.ProcessArchitecture);

    /// <summary>Whether the numbers of Linux's calls on a processor are known to the host.</summary>
    public static bool IsKnownFor(Architecture processor) => processor is Architecture.X64 or Architecture.Arm64;
}
