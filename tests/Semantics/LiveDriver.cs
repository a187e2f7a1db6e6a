using ExerciseKit.Tests.Live;

namespace ExerciseKit.Tests.Semantics;

/// <summary>Runs a program once, for real.</summary>
internal sealed class LiveDriver : ISceneDriver
{
    public Task<IReadOnlyCollection<RunEnd>> RunAsync(string program, CancellationToken cancellation)
    {
        var (output, errors, exitCode) = RunningProgram.Run($"Scene.Run();\n\n{program}");
        return Task.FromResult<IReadOnlyCollection<RunEnd>>([new RunEnd(output.TrimEnd('\n'), errors, exitCode)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
