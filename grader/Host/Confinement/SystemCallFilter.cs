using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Host.Confinement;

/// <summary>Takes from this process what no student's program needs of Linux: starting processes, steering or ending others, connections, memory that outlives it, and what Landlock leaves of the files.</summary>
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
    private const int ArgumentBytes = 8;

    private const uint ThreadFlag = 0x10000;

    /// <summary>From here on the numbers of x86-64 are those of another calling convention, which would get past the list.</summary>
    private const uint OtherConvention = 0x40000000;

    /// <summary>Installs it, where it is possible; where it is not, the result says that nothing limits the start of processes.</summary>
    /// <exception cref="Win32Exception">This kernel has no seccomp.</exception>
    public static void Install()
    {
        if (!SystemCallFiltering.Here.IsThere)
            return;
        const int NoNewPrivileges = 38;
        const nint SetFilter = 1;
        const nint AllThreads = 1;
        var program = Assemble();
        var pinned = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            var described = new Program { Length = (ushort)program.Length, First = pinned.AddrOfPinnedObject() };
            if (prctl(NoNewPrivileges, 1, 0, 0, 0) != 0 || syscall(SystemCalls.Seccomp.Number, SetFilter, AllThreads, in described) != 0)
                throw new Win32Exception(Marshal.GetLastPInvokeError(), "The filter of system calls (seccomp) could not be installed.");
        }
        finally
        {
            pinned.Free();
        }
    }

    private static Instruction[] Assemble()
    {
        var program = new Instructions();
        program.Add(new(Load, Architecture));
        program.Add(new(JumpIfEqual, SystemCalls.Processor, WhenTrue: 1));
        program.Add(new(Return, RefuseWith | NotPermitted));
        program.Add(new(Load, Number));
        program.Add(new(JumpIfAtLeast, OtherConvention, WhenFalse: 1));
        program.Add(new(Return, RefuseWith | NotPermitted));
        foreach (var refused in SystemCalls.Refused)
            Refuse(program, refused, NotPermitted);
        if (SystemCallFiltering.Here.StopsAllSignals)
            Refuse(program, SystemCalls.SignalThread, NotPermitted);
        foreach (var (call, takesZero) in SystemCalls.OnItselfOnly)
        {
            program.Add(new(JumpIfEqual, (uint)call.Number, WhenFalse: 5));
            program.Add(new(Load, FirstArgument));
            program.Add(new(JumpIfEqual, (uint)Environment.ProcessId, WhenTrue: 2));
            program.Add(new(JumpIfEqual, takesZero ? 0 : (uint)Environment.ProcessId, WhenTrue: 1));
            program.Add(new(Return, RefuseWith | NotPermitted));
            program.Add(new(Return, Allow));
        }

        foreach (var (call, argument, word) in SystemCalls.OnlyWith)
        {
            program.Add(new(JumpIfEqual, (uint)call.Number, WhenFalse: 4));
            program.Add(new(Load, FirstArgument + (uint)(argument * ArgumentBytes)));
            program.Add(new(JumpIfEqual, word, WhenTrue: 1));
            program.Add(new(Return, RefuseWith | NotPermitted));
            program.Add(new(Return, Allow));
        }

        foreach (var (call, argument, words) in SystemCalls.NotWith)
        {
            program.Add(new(JumpIfEqual, (uint)call.Number, WhenFalse: (byte)(words.Length + 3)));
            program.Add(new(Load, FirstArgument + (uint)(argument * ArgumentBytes)));
            for (var left = words.Length; left > 0; left--)
                program.Add(new(JumpIfEqual, words[^left], WhenTrue: (byte)left));
            program.Add(new(Return, Allow));
            program.Add(new(Return, RefuseWith | NotPermitted));
        }

        // The C library takes "not implemented" for an old kernel, and makes its threads by clone, whose flags can be read here.
        Refuse(program, SystemCalls.Clone3, NotImplemented);
        program.Add(new(JumpIfEqual, (uint)SystemCalls.StartThread.Number, WhenFalse: 3));
        program.Add(new(Load, FirstArgument));
        program.Add(new(JumpIfAnyBit, ThreadFlag, WhenTrue: 1));
        program.Add(new(Return, RefuseWith | NotPermitted));
        program.Add(new(Return, Allow));
        return program.ToArray();
    }

    private static void Refuse(Instructions program, SystemCalls.Call call, uint error)
    {
        if (call.Number < 0)
            return;
        program.Add(new(JumpIfEqual, (uint)call.Number, WhenFalse: 1));
        program.Add(new(Return, RefuseWith | error));
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("linux")]
    private static extern int prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("linux")]
    private static extern nint syscall(nint number, nint operation, nint flags, in Program program);

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Operand)
    {
        public Instruction(ushort code, uint operand, byte WhenTrue = 0, byte WhenFalse = 0)
            : this(code, WhenTrue, WhenFalse, operand)
        {
        }
    }

    /// <summary>A list of them. The framework's own would be compiled for them in each host anew, which takes longer than to fill it.</summary>
    private sealed class Instructions
    {
        private Instruction[] added = new Instruction[256];
        private int count;

        public void Add(Instruction instruction)
        {
            if (count == added.Length)
                Array.Resize(ref added, 2 * count);
            added[count++] = instruction;
        }

        public Instruction[] ToArray() => added[..count];
    }

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public nint First;
    }
}
