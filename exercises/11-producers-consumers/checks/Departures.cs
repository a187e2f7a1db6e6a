using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>How many children came to their own end, and how many were ended from outside.</summary>
internal sealed record Departures(int Ended, int Died)
{
    public static Observer<Departures> Observed { get; } = new(
        new Departures(0, 0),
        (seen, happened) => happened is ProcessDied ? seen with { Died = seen.Died + 1 } : seen with { Ended = seen.Ended + 1 },
        [new EndPattern { Who = Who.Child }],
        seen => ($"{seen.Ended} children came to their own end, {seen.Died} were ended from outside", $"{seen.Ended} 个子进程自己结束，{seen.Died} 个被外力终止"))
    { SeesAgents = false, SeesTime = false };

    /// <summary>Whether at least as many children ended as there are cooks and guests, and none was ended from outside. A hand-in may use others besides.</summary>
    public bool AreAllOf(Menu menu) => Ended >= menu.Cooks.Count + menu.Guests.Count && Died == 0;
}
