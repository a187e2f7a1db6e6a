namespace ExerciseKit.Service.Work;

/// <summary>This process, as a worker.</summary>
/// <param name="Id">Another for each process.</param>
/// <param name="Jobs">How many hand-ins it grades at once.</param>
/// <param name="Kit">The kit's fingerprint.</param>
/// <param name="RequireSandbox">Whether nothing is graded without a sandbox.</param>
internal sealed record WorkerSelf(string Id, int Jobs, string Kit, bool RequireSandbox)
{
    public static WorkerSelf Of(int jobs, string kit, bool requireSandbox) =>
        new($"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..8]}", jobs, kit, requireSandbox);
}
