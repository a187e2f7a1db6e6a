// attack: takes apart the sandbox from inside, and raises its limits; expect: violation
using System.Runtime.InteropServices;

public static class Spawn
{
    private delegate nint Call(nint number, nint first, nint second, nint third, nint fourth);

    // On x86-64: ptrace of the warden, setns, unshare, mount, bpf, process_vm_readv, another process's limits; the empty signal, an owner
    // and a priority for the grader; memory and a queue under a number; watching, files by number; the tie to whoever started it.
    private static readonly (string Name, nint[] Words)[] Calls =
    [
        ("ptrace", [101, 16, 2, 0, 0]),
        ("setns", [308, 0, 0, 0, 0]),
        ("unshare", [272, 0x10000000, 0, 0, 0]),
        ("mount", [165, 0, 0, 0, 0]),
        ("bpf", [321, 0, 0, 0, 0]),
        ("process_vm_readv", [310, 2, 0, 0, 0]),
        ("prlimit64", [302, 2, 7, 0, 0]),
        ("pidfd_open", [434, 2, 0, 0, 0]),
        ("socketpair", [53, 1, 1, 0, 0]),
        ("tkill", [200, {{grader}}, 0, 0, 0]),
        ("fcntl", [72, 0, 8, {{grader}}, 0]),
        ("setpriority", [141, 0, {{grader}}, 0, 0]),
        ("shmat", [30, 0, 0, 0, 0]),
        ("msgrcv", [70, 0, 0, 0, 0]),
        ("inotify_init1", [294, 0, 0, 0, 0]),
        ("open_by_handle_at", [304, -100, 0, 0, 0]),
        ("prctl", [157, 1, 0, 0, 0]),
    ];

    public static void Run(string[] names)
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return;
        var call = Marshal.GetDelegateForFunctionPointer<Call>(NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "syscall"));
        foreach (var (name, words) in Calls)
        {
            const int NotPermitted = 1;
            Marshal.SetLastSystemError(0);
            if (call(words[0], words[1], words[2], words[3], words[4]) != -1 || Marshal.GetLastSystemError() != NotPermitted)
                Console.WriteLine($"escaped: {name} gave {Marshal.GetLastSystemError()}");
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
