using System.Diagnostics;
using System.Text.Json;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Multiprocessing;
using ExerciseKit.Tests.Host;
using Microsoft.CodeAnalysis;

namespace ExerciseKit.Benchmarks.Rerunning;

/// <summary>A program as a student runs it: compiled once, then each run cold, with real processes and the real clock.</summary>
internal sealed class ColdProgram : IDisposable
{
    /// <summary>A run takes half a second.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly StudentAssembly assembly;

    public ColdProgram(string source)
    {
        assembly = new StudentAssembly(source, OutputKind.ConsoleApplication);
        foreach (var kit in (string[])["ExerciseKit.Multiprocessing.dll", "ExerciseKit.Contract.dll"])
            File.Copy(Path.Combine(Path.GetDirectoryName(typeof(ChildProcess).Assembly.Location)!, kit), Path.Combine(assembly.Folder, kit));
        File.WriteAllText(Path.ChangeExtension(assembly.Location, ".runtimeconfig.json"), JsonSerializer.Serialize(new
        {
            runtimeOptions = new { tfm = "net10.0", framework = new { name = "Microsoft.NETCore.App", version = Environment.Version.ToString() } },
        }));
    }

    /// <summary>Runs it once, to the end of its last process.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async Task<ColdRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(DotnetMuxer.Path, [assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = assembly.Folder,
            Environment = { ["EXERCISEKIT_HOST"] = Path.Combine(AppContext.BaseDirectory, "host", "ExerciseKit.Host.dll"), ["DOTNET_DbgEnableMiniDump"] = "0" },
        })!;
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Bound);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(bound.Token);
            var output = await process.StandardOutput.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return new ColdRun(output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"A run did not end within {Bound.TotalSeconds} s. Is the machine overloaded?");
        }
    }

    public void Dispose() => assembly.Dispose();
}

/// <summary>What a run wrote.</summary>
internal sealed record ColdRun(string Output, string Errors);
