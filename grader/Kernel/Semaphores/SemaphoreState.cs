using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Semaphores;

/// <summary>A stock of permits. Python: <c>multiprocessing.Semaphore</c> and <c>BoundedSemaphore</c>.</summary>
/// <param name="Permits">How many are left.</param>
/// <param name="Maximum">How many there may be; null for any number.</param>
internal sealed record SemaphoreState(int Permits, int? Maximum) : ObjectState
{
    public override ObjectKind? Kind => ObjectKind.Semaphore;

    public override ObjectView View(string name, ViewBounds bounds) => new(name) { Count = Permits, Most = Maximum };
}
