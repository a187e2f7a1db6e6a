namespace ExerciseKit.Checks.Lifecycle;

/// <summary>The given record, as the entry returns it.</summary>
internal sealed record LifecycleReport(
    bool AliveAfterStart,
    int? ExitCodeWhileAlive,
    bool AliveAfterJoin,
    int? Returned,
    int? Threw,
    int? Exited,
    int? Terminated,
    string NameInParent,
    string NameInChild,
    int IdInParent,
    int IdInChild,
    int ParentIdInChild);
