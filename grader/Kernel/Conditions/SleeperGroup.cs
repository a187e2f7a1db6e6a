using ExerciseKit.Contract;

namespace ExerciseKit.Kernel.Conditions;

/// <summary>Those who went to sleep between two notifications, and the notifications that came next.</summary>
/// <param name="Sleepers">Who, by name.</param>
/// <param name="Notifications">How many not yet taken were given before anybody else went to sleep; for this group and all older ones.</param>
internal sealed record SleeperGroup(EquatableArray<string> Sleepers, int Notifications)
{
    public static SleeperGroup Of(IEnumerable<string> sleepers, int notifications) =>
        new(sleepers.Order(StringComparer.Ordinal).ToEquatableArray(), notifications);

    public SleeperGroup Merged(SleeperGroup younger) => Of(Sleepers.Concat(younger.Sleepers), Notifications + younger.Notifications);
}
