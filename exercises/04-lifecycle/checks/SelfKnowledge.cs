using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Lifecycle;

/// <summary>What a child has asked of itself.</summary>
/// <param name="Child">The child.</param>
/// <param name="Name">Its name; null while it has not asked for that.</param>
/// <param name="Id">Likewise its id.</param>
/// <param name="ParentId">Likewise its parent's.</param>
internal sealed record SelfKnowledge(string Child, string? Name, int? Id, int? ParentId)
{
    public static Observer<EquatableArray<SelfKnowledge>> Observed { get; } = new(
        [],
        (known, happened) => After(known, happened.Agent, (OperationCompleted)happened),
        [new OperationPattern<Identify> { Who = Who.Child }],
        known => known.Count == 0
            ? ("no child asked who it is", "没有子进程查过自己是谁")
            : LocalizedText.Join(("; ", "；"), known.Select(k => k.Describe())))
    { SeesTime = false };

    /// <summary>Whether what the report says of a child is what this one has found out.</summary>
    public bool Is(LifecycleReport report) => (Name, Id, ParentId) == (report.NameInChild, report.IdInChild, report.ParentIdInChild);

    private static EquatableArray<SelfKnowledge> After(EquatableArray<SelfKnowledge> known, string child, OperationCompleted asked)
    {
        var (question, answer) = ((Identify)asked.Operation, (ProcessIdentity)asked.Outcome);
        var before = known.FirstOrDefault(k => k.Child == child) ?? new SelfKnowledge(child, null, null, null);
        var after = question switch
        {
            { AsksForParent: true } => before with { ParentId = answer.ParentId },
            { AsksForIds: true } => before with { Id = answer.Id },
            _ => before with { Name = answer.Name },
        };
        return [.. known.Where(k => k.Child != child).Append(after).OrderBy(k => k.Child, StringComparer.Ordinal)];
    }

    private LocalizedText Describe()
    {
        LocalizedText[] asked =
        [
            .. Name is { } name ? [($"its name, {name}", $"名字 {name}")] : (LocalizedText[])[],
            .. Id is { } id ? [($"its id, {id}", $"进程号 {id}")] : (LocalizedText[])[],
            .. ParentId is { } parent ? [($"its parent's id, {parent}", $"父进程号 {parent}")] : (LocalizedText[])[],
        ];
        var (who, what) = (ProcessPlace.Of(Child), LocalizedText.Join((" and ", "和"), asked));
        return ($"{who.En} asked for {what.En}", $"{who.Zh}查过{what.Zh}");
    }
}
