using System.Diagnostics;
using System.IO.Compression;

namespace ExerciseKit.Tests.Tool;

/// <summary>The tool's package, packed once for all tests that look at it, and installed once for those that run it.</summary>
internal static class PackedTool
{
    private static readonly Lazy<TemporaryFolder> Packed = new(Pack);
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The folder that holds the package: a package source.</summary>
    public static string Source => Packed.Value.Path;

    public static ZipArchive Open() => ZipFile.OpenRead(Directory.GetFiles(Source, "ExerciseKit.Tool.*.nupkg").Single());

    /// <summary>The command, as the install gives it.</summary>
    public static string Command => Path.Combine(Installed.Value, OperatingSystem.IsWindows() ? "kit.exe" : "kit");

    public static void Remove()
    {
        if (Packed.IsValueCreated)
            Packed.Value.Dispose();
    }

    /// <summary>Runs a program as a new user would: with a home of its own, and where the system lets it without any network.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] args)
    {
        string[] alone = CanBeAlone.Value ? ["unshare", "--net", "--map-root-user", program] : [program];
        var start = new ProcessStartInfo(alone[0], [.. alone[1..], .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var home = Directory.CreateDirectory(Path.Combine(Source, "home")).FullName;
        foreach (var name in (string[])["HOME", "USERPROFILE", "DOTNET_CLI_HOME"])
            start.Environment[name] = home;
        foreach (var name in (string[])["DOTNET_NOLOGO", "DOTNET_CLI_TELEMETRY_OPTOUT", "MSBUILDDISABLENODEREUSE"])
            start.Environment[name] = "1";
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && k != "MSBUILDDISABLENODEREUSE" || k is "NUGET_PACKAGES" or "KIT_LANG" or "LANG" or "LC_ALL").ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    private static Lazy<bool> CanBeAlone { get; } = new(() =>
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var tried = Process.Start(new ProcessStartInfo("unshare", ["--net", "--map-root-user", "true"]) { RedirectStandardError = true })!;
        tried.WaitForExit();
        return tried.ExitCode == 0;
    });

    private static TemporaryFolder Pack()
    {
        var folder = new TemporaryFolder();
        // As it was built with the tests: packing copies and compresses, and compiles nothing.
        var configuration = Path.GetFileName(Path.GetDirectoryName(TestContext.CurrentContext.TestDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        Run("pack", Path.Combine(Repository.Root, "grader", "Tool"), "--no-build", "-c", configuration, "-o", folder.Path, "-v", "quiet");
        return folder;
    }

    private static string Install()
    {
        var folder = Path.Combine(Source, "tools");
        Run("tool", "install", "ExerciseKit.Tool", "--tool-path", folder, "--source", Source);
        return folder;
    }

    private static void Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // A version that was packed before must not be taken for this one.
        if (args[0] == "tool")
            start.Environment["NUGET_PACKAGES"] = Path.Combine(Source, "packages");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"dotnet {string.Join(' ', args)}\n{output}{error.Result}");
    }
}

/// <summary>Removes the package when its tests are over.</summary>
[SetUpFixture]
public sealed class PackedToolEnd
{
    [OneTimeTearDown]
    public void Remove() => PackedTool.Remove();
}
