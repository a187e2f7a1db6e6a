using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>Namespaces of their own for the hosts of one hand-in, made once with bubblewrap; a warden inside starts the hosts.</summary>
internal sealed class BubblewrapSandbox : ISandbox
{
    /// <summary>How long making it, or ending it, may take. Only a broken machine needs it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly HostWalls? walls;
    private readonly Process process;
    private readonly StreamEnds errors;
    private readonly MessageChannel warden;
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, WardedHost> hosts = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Task reading;
    private int number;

    private BubblewrapSandbox(string folder, LandlockSupport landlock, string? version, Process process, StreamEnds errors, MessageChannel warden)
    {
        (this.folder, this.process, this.errors, this.warden) = (folder, process, errors, warden);
        walls = landlock.Abi > 0 ? new HostWalls(landlock.Abi, PathInside(HandInFolder.ProgramsIn(folder)), BubblewrapCommand.Temporary) : null;
        Report = Enforcement.Of(new BubblewrapSupport(version, null), landlock, SystemCallFiltering.Here);
        reading = ReadAsync();
    }

    public SandboxReport Report { get; }

    public string Runtime => $"{BubblewrapCommand.Runtime}/dotnet";

    /// <summary>The id of the process that holds the sandbox: with it everything inside ends.</summary>
    public int ProcessId => process.Id;

    /// <summary>Makes a sandbox around a hand-in's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="landlock">What the hosts inside use of Landlock.</param>
    /// <exception cref="SandboxUnavailableException">This machine can't.</exception>
    public static async Task<BubblewrapSandbox> StartAsync(string folder, LandlockSupport landlock, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new SandboxUnavailableException(("The sandbox needs Linux: grade on a Linux machine, or in a Linux container or virtual machine on this one.", "沙箱需要 Linux：请在 Linux 机器上评分，或者在本机的 Linux 容器或虚拟机里评分。"));
        if (BubblewrapCommand.Find() is not { } program)
            throw new SandboxUnavailableException(("bubblewrap is not installed: install it (on Debian and Ubuntu: apt install bubblewrap).", "没有安装 bubblewrap：请安装它（Debian 和 Ubuntu 上：apt install bubblewrap）。"));
        if (!Path.IsPathRooted(DotnetMuxer.Path))
            throw new SandboxUnavailableException(("The folder of the .NET runtime could not be told: run the kit with an installed `dotnet`.", "找不到 .NET 运行时所在的文件夹：请用已安装的 `dotnet` 来运行 kit。"));
        using var socket = OneConnection.Listen(folder);
        Process process;
        try
        {
            process = await LauncherThread.StartAsync(BubblewrapCommand.Create(program, folder, PathInside(folder, socket.Path))).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new SandboxUnavailableException(($"{program} could not be started: {e.Message}", $"{program} 无法启动：“{e.Message}”"));
        }

        process.StandardInput.Close();
        _ = new StreamEnds(process.StandardOutput);
        var errors = new StreamEnds(process.StandardError);
        try
        {
            var warden = await socket.AcceptAsync(_ => Task.FromResult(true), process.WaitForExitAsync(cancellation), Patience, cancellation).ConfigureAwait(false);
            if (warden is null)
            {
                await errors.End.WaitAsync(Patience, cancellation).ConfigureAwait(false);
                throw new SandboxUnavailableException(CouldNot(Reason(errors)));
            }

            var version = await BubblewrapCommand.VersionAsync(program, cancellation).ConfigureAwait(false);
            return new BubblewrapSandbox(folder, landlock, version, process, errors, warden.Value.Channel);
        }
        catch
        {
            await EndAsync(process).ConfigureAwait(false);
            throw;
        }
    }

    public string PathInside(string path) => PathInside(folder, path);

    public async Task<IHostLife> StartHostAsync(string socket, HostLimits limits, CancellationToken cancellation)
    {
        var host = new WardedHost(this, Interlocked.Increment(ref number));
        hosts[host.Number] = host;
        await TellAsync(new StartHost(host.Number, PathInside(socket), limits, walls), cancellation).ConfigureAwait(false);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
            return;
        await closing.CancelAsync().ConfigureAwait(false);
        warden.Dispose();
        await EndAsync(process).ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        process.Dispose();
    }

    private static string PathInside(string folder, string path) =>
        Path.GetRelativePath(folder, path) is var inside && !inside.StartsWith("..", StringComparison.Ordinal)
            ? $"{BubblewrapCommand.HandIn}/{inside}"
            : throw new GraderFaultException($"{path} is outside the hand-in's folder {folder}, so no host can see it. This is a fault of the kit; report it.");

    private static LocalizedText CouldNot(LocalizedText reason) => ($"bubblewrap could not make a sandbox: {reason.En}", $"bubblewrap 无法建立沙箱：{reason.Zh}");

    private static LocalizedText Reason(StreamEnds errors) =>
        errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
            ? ($"{first} Does this system allow user namespaces (sysctl user.max_user_namespaces, kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns)?",
               $"“{first}”这个系统允许用户命名空间吗（sysctl user.max_user_namespaces、kernel.unprivileged_userns_clone、kernel.apparmor_restrict_unprivileged_userns）？")
            : ("it gave no reason.", "它没有说明原因。");

    private static async Task EndAsync(Process process)
    {
        using var bound = new CancellationTokenSource(Patience);
        try
        {
            // What it holds dies with it: the kernel ends everything in its process namespace.
            process.Kill();
            await process.WaitForExitAsync(bound.Token).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }
    }

    private async Task TellAsync(Message message, CancellationToken cancellation)
    {
        await sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await warden.SendAsync(message, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new GraderFaultException($"The sandbox has ended in the middle of grading: {errors} Grade again; if it happens again, `kit doctor` tells more.", e);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await warden.ReceiveAsync(closing.Token).ConfigureAwait(false) is { } message)
            {
                if (message is HostStarted started && hosts.TryGetValue(started.Number, out var host))
                    host.Begun.TrySetResult(started.ProcessId);
                else if (message is HostEnded ended && hosts.TryRemove(ended.Number, out host))
                    host.End(new HostExit(ended.ExitCode, ended.Errors));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ProtocolException or ObjectDisposedException)
        {
            // The sandbox is over, whichever end closed it.
        }

        foreach (var host in hosts.Values)
            host.End(HostExit.WithSandbox);
    }

    /// <summary>A host that the warden started.</summary>
    private sealed class WardedHost(BubblewrapSandbox sandbox, int number) : IHostLife
    {
        private readonly TaskCompletionSource<HostExit> exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Number => number;

        public TaskCompletionSource<int> Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<HostExit> Exit => exit.Task;

        public async Task<bool> IsAsync(int processId) => ProcessNamespaces.InnermostId(processId) == await Begun.Task.ConfigureAwait(false);

        public async Task KillAsync()
        {
            if (Exit.IsCompleted)
                return;
            await sandbox.TellAsync(new KillHost(number), CancellationToken.None).ConfigureAwait(false);
        }

        public void End(HostExit how)
        {
            Begun.TrySetResult(0);
            exit.TrySetResult(how);
        }
    }
}
