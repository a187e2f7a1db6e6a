using System.Diagnostics;

namespace ExerciseKit.Tests.Cli;

/// <summary>The real <c>kit</c>, run as a user runs it.</summary>
internal static class KitProcess
{
    /// <summary>Longer than the kit itself is patient with any part of the machine, so that it tells first what was stuck.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(150);

    public static Task<KitRun> RunAsync(string workingDirectory, params string[] args) => RunAsync(workingDirectory, [], args);

    public static async Task<KitRun> RunAsync(string workingDirectory, Dictionary<string, string> environment, params string[] args)
    {
        using var process = Start(workingDirectory, environment, args);
        return await EndAsync(process);
    }

    public static async Task<KitRun> RunWithInputAsync(string workingDirectory, string input, params string[] args)
    {
        using var process = Start(workingDirectory, [], args, input);
        return await EndAsync(process);
    }

    public static Process Start(string workingDirectory, Dictionary<string, string> environment, params string[] args) =>
        Start(workingDirectory, environment, args, input: "");

    /// <summary>A copy of it that stands elsewhere.</summary>
    public static Process StartTool(string tool, string workingDirectory, Dictionary<string, string> environment, params string[] args) => Start(workingDirectory, environment, args, input: "", tool);

    private static Process Start(string workingDirectory, Dictionary<string, string> environment, string[] args, string input, string? tool = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(tool ?? TestContext.CurrentContext.TestDirectory, "kit.dll"), .. args])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // What is expected is English, whatever this machine speaks.
        start.Environment["KIT_LANG"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for its end, and kills it when that does not come.</summary>
    public static async Task<KitRun> EndAsync(Process process)
    {
        using var bound = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bound.Token);
            var error = process.StandardError.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            var doing = ProcessTree.Describe(process.Id);
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"kit did not end within {Limit}. Its threads, and those of what it started:\n{doing}");
        }
    }
}

/// <summary>How a run of <c>kit</c> came out.</summary>
internal sealed record KitRun(int ExitCode, string Output, string Error);
