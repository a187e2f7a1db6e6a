using System.Diagnostics;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>A disk of a few bytes, mounted for one test: by root in the machine, by anybody else in a namespace of a process that holds it.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly Process? holder;

    private SmallDisk(string path, Process? holder) => (Path, this.holder) = (path, holder);

    public string Path { get; }

    /// <param name="path">Where, if it can be mounted for all.</param>
    /// <param name="size">As <c>mount</c> has it: <c>64k</c>.</param>
    public static async Task<SmallDisk> MountAsync(string path, string size)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(path);
            using var mounted = Process.Start("mount", ["-t", "tmpfs", "-o", $"size={size}", "tmpfs", path]);
            await mounted.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
            if (mounted.ExitCode != 0)
                Assert.Ignore("No disk can be mounted here, not even by root.");
            return new SmallDisk(path, null);
        }

        // It lives until its input ends, and others reach its disk through /proc: in its /tmp, so that the path is short.
        var holder = Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={size} tmpfs /tmp && echo mounted && read -r end"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await holder.StandardOutput.ReadLineAsync(TestContext.CurrentContext.CancellationToken) is null)
        {
            holder.Dispose();
            Assert.Ignore("Only root can mount a disk here: this system allows no user namespace.");
        }

        return new SmallDisk($"/proc/{holder.Id}/root/tmp", holder);
    }

    public async ValueTask DisposeAsync()
    {
        if (holder is null)
        {
            using var unmounted = Process.Start("umount", ["--lazy", Path]);
            await unmounted.WaitForExitAsync();
            return;
        }

        holder.StandardInput.Close();
        await holder.WaitForExitAsync();
        holder.Dispose();
    }
}
