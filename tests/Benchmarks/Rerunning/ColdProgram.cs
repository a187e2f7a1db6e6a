using ExerciseKit.Tests.Live;

namespace ExerciseKit.Benchmarks.Rerunning;

/// <summary>A program as a student runs it: compiled once, then each run cold, with real processes and the real clock.</summary>
internal sealed class ColdProgram(string source) : IDisposable
{
    /// <summary>A run takes half a second.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly ProgramFolder program = new(source);

    /// <summary>Runs it once, to the end of its last process.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async Task<ColdRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = program.Start(Path.Combine(AppContext.BaseDirectory, "host", "ExerciseKit.Host.dll"), arguments: arguments);
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

    public void Dispose() => program.Dispose();
}

/// <summary>What a run wrote.</summary>
internal sealed record ColdRun(string Output, string Errors);
