using System.Diagnostics;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>A disk of a few bytes, mounted for one test. Only root can.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<SmallDisk> MountAsync(string path, string size)
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can mount a disk.");
        Directory.CreateDirectory(path);
        Assume.That(await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path), Is.Zero, "No disk can be mounted here.");
        return new SmallDisk(path);
    }

    public async ValueTask DisposeAsync() => await RunAsync("umount", "--lazy", Path);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        return process.ExitCode;
    }
}
