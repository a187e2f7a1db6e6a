using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Hosting.Checkups;

/// <summary>Finds out by trying what this machine enforces on a hand-in's processes.</summary>
public static class Checkup
{
    private const long TooMuchMemory = 1L << 30;
    private const long TooManyFiles = 4096;
    private const long TooLong = 64L << 20;

    /// <summary>Starts a host as a hand-in's would be, and lets it try.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was tried, in order.</returns>
    /// <exception cref="GraderFaultException">No host can be started at all.</exception>
    public static async Task<CheckupResult> RunAsync(CancellationToken cancellation)
    {
        var folder = HandInFolder.Create();
        // Beside the hand-in's folder: what stands for the user's own files.
        var outside = Directory.CreateTempSubdirectory("kit-outside-");
        // In the one folder that a sandbox lets them write to; without one, in the user's.
        var tooLong = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using var sandbox = await Sandboxes.StartAsync(SandboxDemand.WhatThereIs, folder.Path, cancellation).ConfigureAwait(false);
            var secret = Path.Combine(outside.FullName, "secret");
            await File.WriteAllTextAsync(secret, "secret", cancellation).ConfigureAwait(false);
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
            var self = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            var tried = new List<Tried>();
            foreach (var (limit, attempt) in (IEnumerable<(string, Attempt)>)
            [
                ("network", new(AttemptKind.Connect, port)),
                ("file-system", new(AttemptKind.Read, secret)),
                ("file-system", new(AttemptKind.Write, Path.Combine(outside.FullName, "mark"))),
                ("file-system", new(AttemptKind.ChangeMode, secret)),
                ("process-tree", new(AttemptKind.Signal, self)),
                ("processes", new(AttemptKind.Start, sandbox.Runtime)),
                ("open-files", new(AttemptKind.Open, TooManyFiles.ToString(CultureInfo.InvariantCulture))),
                ("file-size", new(AttemptKind.Write, $"{tooLong}|{TooLong}")),
                ("memory", new(AttemptKind.Allocate, TooMuchMemory.ToString(CultureInfo.InvariantCulture))),
                ("memory", new(AttemptKind.AllocateOutside, TooMuchMemory.ToString(CultureInfo.InvariantCulture))),
            ])
            {
                tried.Add(await TryAsync(sandbox, folder, limit, attempt, cancellation).ConfigureAwait(false));
            }

            return new CheckupResult(sandbox.Report, tried.ToEquatableArray());
        }
        finally
        {
            outside.Delete(recursive: true);
            File.Delete(tooLong);
            folder.Delete();
        }
    }

    /// <summary>A host of its own for each: what one has tried may have ended it.</summary>
    internal static async Task<Tried> TryAsync(ISandbox sandbox, HandInFolder folder, string limit, Attempt attempt, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(sandbox, folder.Path, ProcessLimits.Default, cancellation).ConfigureAwait(false);
        await host.SendAsync(attempt, cancellation).ConfigureAwait(false);
        var what = Words(attempt);
        try
        {
            return await host.ReceiveAsync(cancellation).ConfigureAwait(false) switch
            {
                Attempted { Succeeded: var succeeded, Detail: var detail } => new Tried(limit, what, !succeeded, LocalizedText.Same(detail)),
                null => new Tried(limit, what, true, ("its process was ended by the system", "它的进程被系统终止了")),
                { } other => throw new GraderFaultException($"A host answered an attempt with a {other.GetType().Name}. Build the solution again."),
            };
        }
        catch (CondemnedHostException e)
        {
            return new Tried(limit, what, true, ("its process " + e.Text.En, "它的进程" + e.Text.Zh));
        }
    }

    private static LocalizedText Words(Attempt attempt) => attempt.Kind switch
    {
        AttemptKind.Connect => ("connect to a port of this machine", "连接本机的一个端口"),
        AttemptKind.Read => ("read a file of the user's", "读取用户的一个文件"),
        AttemptKind.Write when attempt.Argument.Contains('|', StringComparison.Ordinal) => ($"write a file of {TooLong >> 20} MiB", $"写一个 {TooLong >> 20} MiB 的文件"),
        AttemptKind.Write => ("write a file beside the user's", "在用户的文件旁边写文件"),
        AttemptKind.ChangeMode => ("change the permissions of a file of the user's", "修改用户的一个文件的权限"),
        AttemptKind.Signal => ("send a signal to the grader", "向评分程序发信号"),
        AttemptKind.Start => ("start a program", "启动一个程序"),
        AttemptKind.Open => ($"open {TooManyFiles} files", $"打开 {TooManyFiles} 个文件"),
        AttemptKind.Allocate => ($"take {TooMuchMemory >> 20} MiB for objects", $"为对象分配 {TooMuchMemory >> 20} MiB"),
        AttemptKind.AllocateOutside => ($"take {TooMuchMemory >> 20} MiB beside the objects", $"在对象之外分配 {TooMuchMemory >> 20} MiB"),
        _ => LocalizedText.Same(attempt.Argument),
    };
}

/// <summary>What a checkup found.</summary>
/// <param name="Sandbox">What should be enforced.</param>
/// <param name="Tried">What was tried.</param>
public sealed record CheckupResult(SandboxReport Sandbox, EquatableArray<Tried> Tried)
{
    /// <summary>Whether this machine enforces all that is demanded.</summary>
    public bool IsComplete => Sandbox.IsComplete && Tried.All(t => t.WasStopped);
}

/// <summary>Something that a student's process must not be able to do.</summary>
/// <param name="Limit">The limit's name.</param>
/// <param name="What">What was tried, in words.</param>
/// <param name="WasStopped">Whether it could not be done.</param>
/// <param name="Detail">What stopped it, or how it was done.</param>
public sealed record Tried(string Limit, LocalizedText What, bool WasStopped, LocalizedText Detail);
