using System.Diagnostics;

namespace ExerciseKit.Tests.Live;

/// <summary>The solutions' own projects, built as a student's are, and run by <c>dotnet run</c>.</summary>
internal static class TaskFolders
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(4);

    public static IReadOnlyList<string> Solutions { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "solutions")).Where(f => Directory.GetFiles(f, "*.csproj").Length == 1).Order(StringComparer.Ordinal)];

    /// <summary>Builds projects in one go: each by itself would build the kit beneath it again.</summary>
    public static async Task BuildAsync(string workingFolder, IEnumerable<string> projects)
    {
        var all = Path.Combine(workingFolder, "all.proj");
        await File.WriteAllTextAsync(all, $"""
            <Project>
              <ItemGroup>
                <Program Include="{string.Join(';', projects)}" />
              </ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(Program)" Targets="Restore" Properties="Restoring=true" />
                <MSBuild Projects="@(Program)" Targets="Build" BuildInParallel="true" />
              </Target>
            </Project>
            """);
        var (output, errors, exitCode, _) = await RunAsync(["msbuild", all, "-nologo", "-verbosity:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"], workingFolder, _ => { });
        Assert.That(exitCode, Is.Zero, string.Join('\n', output) + errors);
    }

    /// <summary>Runs a built program to its end, and looks at it again and again while it runs.</summary>
    /// <param name="project">Its folder.</param>
    /// <param name="temp">The temporary folder of its processes, by which they are told from others.</param>
    /// <param name="look">Given the first process's id.</param>
    public static Task<(IReadOnlyList<string> Output, string Errors, int ExitCode, TimeSpan Took)> RunAsync(string project, string temp, Action<int> look) =>
        RunAsync(["run", "--no-build", "--project", project], temp, look);

    private static async Task<(IReadOnlyList<string> Output, string Errors, int ExitCode, TimeSpan Took)> RunAsync(string[] arguments, string temp, Action<int> look)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [PrivateTemp.Variable] = temp },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && clock.Elapsed < Bound)
        {
            look(process.Id);
            await Task.Delay(10);
        }

        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return ((await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await errors, process.ExitCode, clock.Elapsed);
    }
}
