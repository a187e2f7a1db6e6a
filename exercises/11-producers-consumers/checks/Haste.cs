using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>The dishes that are made and not eaten, and the first that was eaten before it was made.</summary>
internal sealed record Haste(EquatableArray<string> Ready, string? Dish)
{
    public static Observer<Haste> Of(Menu menu) => new(
        new Haste([], null),
        (haste, happened) => haste.Dish is not null ? haste
            : menu.Made.Matches(happened) ? haste with { Ready = [.. haste.Ready.Append(DishIn(menu.Made, "owner", happened)).Order(StringComparer.Ordinal)] }
            : haste.Without(DishIn(menu.Ate, "cook", happened)),
        [menu.Made, menu.Ate],
        haste => haste.Dish is { } dish ? ($"{dish} was eaten before it was made", $"{dish} 还没做好就被吃掉了") : ("it was so", "确实如此"))
    { SeesAgents = false, SeesTime = false };

    private Haste Without(string dish) => Ready.Contains(dish) ? this with { Ready = [.. Ready.Where(d => d != dish)] } : this with { Dish = dish };

    private static string DishIn(LinePattern line, string cook, KernelEvent happened) => $"{line.Capture(happened, cook)}-{line.Capture(happened, "i")}";
}
