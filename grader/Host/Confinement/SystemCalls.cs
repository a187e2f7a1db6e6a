using System.Runtime.InteropServices;

namespace ExerciseKit.Host.Confinement;

/// <summary>The calls of Linux that a host gives up, and their numbers, which differ between processors.</summary>
internal static class SystemCalls
{
    private const int None = -1;

    /// <summary>clone, which starts threads and processes.</summary>
    public static readonly Call StartThread = new("clone", 56, 220);

    /// <summary>Its successor, whose flags a filter can't read.</summary>
    public static readonly Call Clone3 = new("clone3", 435, 435);

    /// <summary>The call that installs a filter.</summary>
    public static readonly Call Seccomp = new("seccomp", 317, 277);

    /// <summary>Signals a thread, of any process. musl's own threads need it.</summary>
    public static readonly Call SignalThread = new("tkill", 200, 130);

    /// <summary>Refused, whatever it is called with.</summary>
    public static readonly Call[] Refused =
    [
        // Programs, other processes, what the kernel runs for a process.
        new("fork", 57, None), new("vfork", 58, None), new("execve", 59, 221), new("execveat", 322, 281),
        new("ptrace", 101, 117), new("process_vm_readv", 310, 270), new("process_vm_writev", 311, 271), new("kcmp", 312, 272),
        new("unshare", 272, 97), new("setns", 308, 268), new("mount", 165, 40), new("bpf", 321, 280), new("userfaultfd", 323, 282),
        new("perf_event_open", 298, 241), new("io_uring_setup", 425, 425),
        new("pidfd_open", 434, 434), new("pidfd_getfd", 438, 438), new("pidfd_send_signal", 424, 424),
        new("rt_sigqueueinfo", 129, 138), new("rt_tgsigqueueinfo", 297, 240),
        new("setpriority", 141, 140), new("ioprio_set", 251, 30), new("sched_setparam", 142, 118),
        new("sched_setattr", 314, 274), new("migrate_pages", 256, 238), new("move_pages", 279, 239), new("process_madvise", 440, 440), new("process_mrelease", 448, 448),

        // Connections, and memory that outlives a process or is shared under a key.
        new("socket", 41, 198), new("socketpair", 53, 199), new("connect", 42, 203),
        new("memfd_create", 319, 279), new("keyctl", 250, 219), new("add_key", 248, 217), new("request_key", 249, 218),
        new("shmget", 29, 194), new("shmat", 30, 196), new("shmctl", 31, 195),
        new("semget", 64, 190), new("semop", 65, 193), new("semctl", 66, 191), new("semtimedop", 220, 192),
        new("msgget", 68, 186), new("msgsnd", 69, 189), new("msgrcv", 70, 188), new("msgctl", 71, 187),
        new("mq_open", 240, 180), new("mq_unlink", 241, 181),

        // What Landlock does not govern of files: permissions, owners, attributes, times, locks, watching, files by number.
        new("chmod", 90, None), new("fchmod", 91, 52), new("fchmodat", 268, 53), new("fchmodat2", 452, 452),
        new("chown", 92, None), new("lchown", 94, None), new("fchown", 93, 55), new("fchownat", 260, 54),
        new("setxattr", 188, 5), new("lsetxattr", 189, 6), new("fsetxattr", 190, 7), new("setxattrat", 463, 463),
        new("removexattr", 197, 14), new("lremovexattr", 198, 15), new("fremovexattr", 199, 16), new("removexattrat", 466, 466),
        new("file_setattr", 469, 469), new("truncate", 76, 45), new("flock", 73, 32),
        new("utime", 132, None), new("utimes", 235, None), new("futimesat", 261, None), new("utimensat", 280, 88),
        new("inotify_init", 253, None), new("inotify_init1", 294, 26), new("fanotify_init", 300, 262),
        new("name_to_handle_at", 303, 264), new("open_by_handle_at", 304, 265),
    ];

    /// <summary>Allowed on this very process only, and whether a zero names that too: for kill it is the whole group.</summary>
    public static readonly (Call Call, bool TakesZero)[] OnItselfOnly =
        [(new("kill", 62, 129), false), (new("tgkill", 234, 131), false), (new("prlimit64", 302, 261), true), (new("sched_setaffinity", 203, 122), true)];

    /// <summary>Allowed with one word only as one of its arguments.</summary>
    public static readonly (Call Call, int Argument, uint Word)[] OnlyWith =
    [
        // SCHED_OTHER: threads begin by setting it.
        (new("sched_setscheduler", 144, 119), 1, 0),
    ];

    /// <summary>Allowed but with one of some words as one of its arguments, counted from 0.</summary>
    public static readonly (Call Call, int Argument, uint[] Words)[] NotWith =
    [
        // F_SETLK, F_SETLKW, F_SETOWN, F_SETSIG, F_SETOWN_EX, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE, F_NOTIFY.
        (new("fcntl", 72, 25), 1, [6, 7, 8, 10, 15, 37, 38, 1024, 1026]),
        // FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX, FS_IOC_SETFLAGS, FS_IOC_FSSETXATTR.
        (new("ioctl", 16, 29), 1, [0x8901, 0x8902, 0x5412, 0x541C, 0x40086602, 0x401C5820]),
        // PR_SET_PDEATHSIG, which ties it to the grader, and PR_SET_DUMPABLE, which hides it.
        (new("prctl", 157, 167), 0, [1, 4]),
    ];

    /// <summary>This machine's processor, as seccomp names it.</summary>
    public static uint Processor => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0xC000003E,
        Architecture.Arm64 => 0xC00000B7,
        var other => throw new PlatformNotSupportedException($"The numbers of system calls on {other} are not known."),
    };

    /// <summary>A call.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="X64">Its number on x86-64.</param>
    /// <param name="Arm64">Its number on ARM64; negative where there is no such call.</param>
    internal sealed record Call(string Name, int X64, int Arm64)
    {
        /// <summary>Its number on this machine; negative where there is no such call.</summary>
        public int Number => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? X64 : Arm64;
    }
}
