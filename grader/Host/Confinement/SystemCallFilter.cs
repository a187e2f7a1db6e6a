using System.ComponentModel;
using System.Runtime.InteropServices;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Host.Confinement;

/// <summary>Takes from this process what no student's program needs of Linux: starting processes, steering or ending others, connections, memory that outlives it.</summary>
/// <remarks>
/// A limit on processes counts those of a user, wherever they run, and none of root's: it can't be given to one hand-in.
/// The filter holds for every thread, and for good. It is a seccomp program in classic BPF.
/// </remarks>
internal static class SystemCallFilter
{
    private const uint Allow = 0x7FFF0000;
    private const uint RefuseWith = 0x00050000;
    private const uint NotPermitted = 1;
    private const uint NotImplemented = 38;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;

    // struct seccomp_data: the call's number, the architecture, the instruction pointer, six arguments of eight bytes.
    private const uint Number = 0;
    private const uint Architecture = 4;
    private const uint FirstArgument = 16;

    private const uint ThreadFlag = 0x10000;

    /// <summary>From here on the numbers of x86-64 are those of another calling convention, which would get past the list.</summary>
    private const uint OtherConvention = 0x40000000;

    /// <summary>Installs it, where it is possible; where it is not, the result says that nothing limits the start of processes.</summary>
    /// <exception cref="Win32Exception">This kernel has no seccomp.</exception>
    public static void Install()
    {
        if (!SystemCallFiltering.IsPossibleHere)
            return;
        const int NoNewPrivileges = 38;
        const nint SetFilter = 1;
        const nint AllThreads = 1;
        var calls = Calls.OfThisMachine();
        var program = Assemble(calls);
        var pinned = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            var described = new Program { Length = (ushort)program.Length, First = pinned.AddrOfPinnedObject() };
            if (prctl(NoNewPrivileges, 1, 0, 0, 0) != 0 || syscall(calls.Seccomp, SetFilter, AllThreads, in described) != 0)
                throw new Win32Exception(Marshal.GetLastPInvokeError(), "The filter of system calls (seccomp) could not be installed.");
        }
        finally
        {
            pinned.Free();
        }
    }

    private static Instruction[] Assemble(Calls calls)
    {
        var program = new List<Instruction>
        {
            new(Load, Architecture),
            new(JumpIfEqual, calls.Architecture, WhenTrue: 1),
            new(Return, RefuseWith | NotPermitted),
            new(Load, Number),
            new(JumpIfAtLeast, OtherConvention, WhenFalse: 1),
            new(Return, RefuseWith | NotPermitted),
        };
        foreach (var refused in calls.Refused)
        {
            program.Add(new(JumpIfEqual, refused, WhenFalse: 1));
            program.Add(new(Return, RefuseWith | NotPermitted));
        }

        foreach (var (call, takesZero) in calls.OnItselfOnly)
        {
            program.Add(new(JumpIfEqual, call, WhenFalse: 5));
            program.Add(new(Load, FirstArgument));
            program.Add(new(JumpIfEqual, (uint)Environment.ProcessId, WhenTrue: 2));
            program.Add(new(JumpIfEqual, takesZero ? 0 : (uint)Environment.ProcessId, WhenTrue: 1));
            program.Add(new(Return, RefuseWith | NotPermitted));
            program.Add(new(Return, Allow));
        }

        // The C library takes "not implemented" for an old kernel, and makes its threads by clone, whose flags can be read here.
        program.Add(new(JumpIfEqual, Calls.Clone3, WhenFalse: 1));
        program.Add(new(Return, RefuseWith | NotImplemented));
        program.Add(new(JumpIfEqual, calls.StartThread, WhenFalse: 3));
        program.Add(new(Load, FirstArgument));
        program.Add(new(JumpIfAnyBit, ThreadFlag, WhenTrue: 1));
        program.Add(new(Return, RefuseWith | NotPermitted));
        program.Add(new(Return, Allow));
        return [.. program];
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint syscall(nint number, nint operation, nint flags, in Program program);

    /// <summary>The numbers of system calls, which differ between architectures.</summary>
    /// <param name="Architecture">As seccomp names it.</param>
    /// <param name="Seccomp">The call that installs a filter.</param>
    /// <param name="StartThread">The call that starts threads and processes.</param>
    /// <param name="Refused">
    /// fork and vfork where there are any, execve, execveat, ptrace, process_vm_readv and _writev, unshare, setns, mount, bpf,
    /// keyctl, userfaultfd, perf_event_open, memfd_create, io_uring_setup, pidfd_getfd, pidfd_open, pidfd_send_signal; socket,
    /// socketpair, connect; shmget, semget, msgget, mq_open; rt_sigqueueinfo, rt_tgsigqueueinfo.
    /// </param>
    /// <param name="OnItselfOnly">
    /// kill, tgkill and prlimit64, which the runtime uses on its own process, and whether a zero names that too: for kill it is
    /// the whole group. (tkill is left, since musl's threads signal one another by it.)
    /// </param>
    private sealed record Calls(uint Architecture, nint Seccomp, uint StartThread, uint[] Refused, (uint Call, bool TakesZero)[] OnItselfOnly)
    {
        public const uint Clone3 = 435;

        private static readonly Calls X64 = new(0xC000003E, 317, 56, [57, 58, 59, 322, 101, 310, 311, 272, 308, 165, 321, 250, 323, 298, 319, 425, 438, 434, 424, 41, 53, 42, 29, 64, 68, 240, 129, 297], [(62, false), (234, false), (302, true)]);
        private static readonly Calls Arm64 = new(0xC00000B7, 277, 220, [221, 281, 117, 270, 271, 97, 268, 40, 280, 219, 282, 241, 279, 425, 438, 434, 424, 198, 199, 203, 194, 190, 186, 180, 138, 240], [(129, false), (131, false), (261, true)]);

        public static Calls OfThisMachine() => RuntimeInformation.ProcessArchitecture switch
        {
            System.Runtime.InteropServices.Architecture.X64 => X64,
            System.Runtime.InteropServices.Architecture.Arm64 => Arm64,
            var other => throw new PlatformNotSupportedException($"The numbers of system calls on {other} are not known."),
        };
    }

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Operand)
    {
        public Instruction(ushort code, uint operand, byte WhenTrue = 0, byte WhenFalse = 0)
            : this(code, WhenTrue, WhenFalse, operand)
        {
        }
    }

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public nint First;
    }
}
