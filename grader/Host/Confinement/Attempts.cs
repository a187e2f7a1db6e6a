using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Host.Confinement;

/// <summary>Tries, at the grader's word, what a student's process must not be able to do.</summary>
internal static class Attempts
{
    private static readonly TimeSpan ConnectBound = TimeSpan.FromSeconds(2);

    /// <summary>Tries it on the thread that is asked for, and tells what came of it.</summary>
    public static Attempted Make(Attempt attempt)
    {
        switch (attempt.On)
        {
            case AttemptThread.Serving:
                return MakeHere(attempt);
            case AttemptThread.New:
                var made = new TaskCompletionSource<Attempted>();
                new Thread(() => made.SetResult(MakeHere(attempt))).Start();
                return made.Task.GetAwaiter().GetResult();
            case AttemptThread.Pool:
                return Task.Run(() => MakeHere(attempt)).GetAwaiter().GetResult();
            case AttemptThread.Finalizer:
                return Finalized.Make(attempt);
            default:
                throw new ProtocolException(ProtocolFault.Malformed, $"{attempt.On} is no thread of a host.");
        }
    }

    private static Attempted MakeHere(Attempt attempt)
    {
        try
        {
            return new Attempted(true, Do(attempt));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException or Win32Exception or OutOfMemoryException or OperationCanceledException)
        {
            return new Attempted(false, e.Message);
        }
    }

    private static string Do(Attempt attempt) => attempt.Kind switch
    {
        AttemptKind.Connect => Connect(Number(attempt.Argument)),
        AttemptKind.Read => Read(attempt.Argument),
        AttemptKind.Write => Write(attempt.Argument),
        AttemptKind.Allocate => Allocate(Number(attempt.Argument)),
        AttemptKind.AllocateOutside => AllocateOutside(Number(attempt.Argument)),
        AttemptKind.Start => Start(attempt.Argument),
        AttemptKind.Open => Open(Number(attempt.Argument)),
        AttemptKind.ChangeMode => ChangeMode(attempt.Argument),
        AttemptKind.Signal => Signal(Number(attempt.Argument)),
        AttemptKind.ConnectAbstract => ConnectAbstract(attempt.Argument),
        AttemptKind.Environment => Environment.GetEnvironmentVariable(attempt.Argument) ?? throw new IOException($"{attempt.Argument} is not set."),
        _ => throw new ProtocolException(ProtocolFault.Malformed, $"{attempt.Kind} is nothing that can be tried."),
    };

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Connect(long port)
    {
        using var bound = new CancellationTokenSource(ConnectBound);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.ConnectAsync(IPAddress.Loopback, (int)port, bound.Token).AsTask().GetAwaiter().GetResult();
        return $"connected to port {port}";
    }

    private static string ConnectAbstract(string name)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint($"\0{name}"));
        return $"connected to the socket {name}";
    }

    private static string Signal(long process)
    {
        const int Empty = 0;
        if (OperatingSystem.IsWindows())
            throw new IOException("This system has no such signals.");
        return kill((int)process, Empty) == 0
            ? $"may send signals to process {process}"
            : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    private static string ChangeMode(string path)
    {
        if (OperatingSystem.IsWindows())
            throw new IOException("This system has no such permissions.");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return $"changed the permissions of {path}";
    }

    private static string Read(string path) => Directory.Exists(path)
        ? string.Join(' ', Directory.GetFileSystemEntries(path).Select(Path.GetFileName))
        : File.ReadAllText(path);

    private static string Write(string argument)
    {
        var (path, length) = argument.Split('|') is [var named, var bytes] ? (named, Number(bytes)) : (argument, 1L);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        var block = new byte[64 * 1024];
        for (var left = length; left > 0; left -= block.Length)
            file.Write(block, 0, (int)Math.Min(left, block.Length));
        return $"wrote {length} bytes to {path}";
    }

    private static string Allocate(long bytes)
    {
        const int Block = 1 << 20;
        var blocks = new List<byte[]>();
        for (long got = 0; got < bytes; got += Block)
            blocks.Add(GC.AllocateUninitializedArray<byte>(Block));
        return $"allocated {blocks.Count} MiB";
    }

    // Never freed: the process ends with it.
    private static string AllocateOutside(long bytes)
    {
        const int Block = 1 << 20;
        var zeros = new byte[Block];
        for (long got = 0; got < bytes; got += Block)
            Marshal.Copy(zeros, 0, Marshal.AllocHGlobal(Block), Block);
        return $"allocated {bytes} bytes outside the objects";
    }

    private static string Start(string program)
    {
#pragma warning disable RS0030 // That it can't be done is what is to be seen; where it can, it is a program that ends by itself.
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
#pragma warning restore RS0030
        return $"started {program}";
    }

    private static string Open(long files)
    {
        var open = new List<IDisposable>();
        try
        {
            for (long i = 0; i < files; i++)
                open.Add(File.OpenRead("/dev/null"));
            return $"opened {files} files";
        }
        finally
        {
            open.ForEach(f => f.Dispose());
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [UnsupportedOSPlatform("windows")]
    private static extern int kill(int process, int signal);

    /// <summary>Tries something when it is collected.</summary>
    private sealed class Finalized(Attempt attempt, TaskCompletionSource<Attempted> made)
    {
        ~Finalized() => made.TrySetResult(MakeHere(attempt));

        public static Attempted Make(Attempt attempt)
        {
            var made = new TaskCompletionSource<Attempted>();
            LetGo(attempt, made);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return made.Task.IsCompleted ? made.Task.Result : new Attempted(false, "No finalizer ran.");
        }

        // In a method of its own, or this one's frame would keep it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void LetGo(Attempt attempt, TaskCompletionSource<Attempted> made) => _ = new Finalized(attempt, made);
    }
}
