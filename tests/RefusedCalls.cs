using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ExerciseKit.Tests;

/// <summary>Starts processes to which the system refuses some calls, as an older kernel, or a container's profile, would.</summary>
/// <remarks>A thread of its own takes the filter (seccomp) upon itself, which whatever it starts inherits, and ends.</remarks>
internal static class RefusedCalls
{
    public const int NotPermitted = 1;
    public const int NotImplemented = 38;
    public const int NotSupported = 95;

    /// <summary>landlock_create_ruleset, which also tells the version.</summary>
    public static readonly Call CreateRuleset = new(444);

    /// <summary>landlock_restrict_self.</summary>
    public static readonly Call RestrictSelf = new(446);

    /// <summary>clone and unshare with CLONE_NEWUSER, on x86-64.</summary>
    public static readonly Call[] NewUserNamespace = [new(56, 0x10000000), new(272, 0x10000000)];

    /// <summary>Does something, as starting a process, on a thread that gets an error for some calls.</summary>
    /// <param name="error">The system's number of the error.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="work">What to do.</param>
    public static T Around<T>(int error, Call[] calls, Func<T> work)
    {
        var done = new TaskCompletionSource<T>();
        new Thread(() =>
        {
            try
            {
                if (calls.Length > 0)
                    Refuse((uint)error, calls);
                done.SetResult(work());
            }
#pragma warning disable CA1031 // It is thrown again where it is waited for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        }).Start();
        return done.Task.GetAwaiter().GetResult();
    }

    private static void Refuse(uint error, Call[] calls)
    {
        const int NoNewPrivileges = 38, SetSeccomp = 22, FilterMode = 2;
        const ushort Load = 0x20, JumpIfEqual = 0x15, JumpIfAnyBit = 0x45, Return = 0x06;
        const uint FirstArgument = 16, Allow = 0x7FFF0000, Error = 0x00050000;
        Instruction[] program =
        [
            new(Load, 0, 0, 0),
            .. calls.SelectMany(call => call.Bits is { } bits
                ? (Instruction[])
                [
                    new(JumpIfEqual, 0, 4, call.Number),
                    new(Load, 0, 0, FirstArgument),
                    new(JumpIfAnyBit, 0, 1, bits),
                    new(Return, 0, 0, Error | error),
                    new(Return, 0, 0, Allow),
                ]
                : [new(JumpIfEqual, 0, 1, call.Number), new(Return, 0, 0, Error | error)]),
            new(Return, 0, 0, Allow),
        ];
        var pinned = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            var described = new Program { Length = (ushort)program.Length, First = pinned.AddrOfPinnedObject() };
            if (prctl(NoNewPrivileges, 1, 0, 0, 0) != 0 || prctl(SetSeccomp, FilterMode, in described, 0, 0) != 0)
                throw new Win32Exception(Marshal.GetLastPInvokeError(), "The filter of system calls could not be installed.");
        }
        finally
        {
            pinned.Free();
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc", SetLastError = true)]
    private static extern int prctl(int option, nuint mode, in Program program, nuint third, nuint fourth);

    /// <summary>A call that is refused.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Bits">Refused only where its first argument has one of these; null for always.</param>
    internal sealed record Call(uint Number, uint? Bits = null);

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Operand);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public nint First;
    }
}
