/// <summary>What the parent has seen of its children, from their start to their end. Given; the grader uses its own copy.</summary>
/// <param name="AliveAfterStart">Whether the child that is terminated later lived after its start.</param>
/// <param name="ExitCodeWhileAlive">That child's exit code at that time.</param>
/// <param name="AliveAfterJoin">Whether that child still lived after it was terminated and joined.</param>
/// <param name="Returned">The exit code of a child whose method returned.</param>
/// <param name="Threw">The exit code of a child that an exception ended.</param>
/// <param name="Exited">The exit code of a child that called <c>Environment.Exit(3)</c>.</param>
/// <param name="Terminated">The exit code of the child that was terminated.</param>
/// <param name="NameInParent">A child's name, as the parent knows it.</param>
/// <param name="NameInChild">The same child's name, as it knows itself.</param>
/// <param name="IdInParent">The same child's process id, as the parent knows it.</param>
/// <param name="IdInChild">The same child's process id, as it knows itself.</param>
/// <param name="ParentIdInChild">The process id of the parent, as that child knows it.</param>
public sealed record LifecycleReport(
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
