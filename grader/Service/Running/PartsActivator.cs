using Hangfire;

namespace ExerciseKit.Service.Running;

/// <summary>Gives Hangfire the part that does a job.</summary>
internal sealed class PartsActivator(IServiceProvider parts) : JobActivator
{
    public override object ActivateJob(Type jobType) => parts.GetService(jobType) ?? throw new InvalidOperationException($"Nothing here does {jobType}.");
}
