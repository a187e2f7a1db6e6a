using System.Reflection;

namespace ExerciseKit.Host.Shims;

/// <summary>Makes the framework's local time zone the run's: a conversion must agree with the clock that the program has read.</summary>
/// <remarks>
/// .NET takes the zone from the system and has no way to give it another one. It keeps it in a private field, which is
/// overwritten. Until a process reads a clock, and after each run, the zone is UTC, as in the host's environment.
/// </remarks>
internal static class LocalZone
{
    private static int minutes;

    /// <summary>Sets it for the rest of this run.</summary>
    /// <param name="later">How much later than UTC it is, in minutes.</param>
    /// <exception cref="MissingFieldException">This runtime keeps its zone elsewhere: the kit must be adapted to it.</exception>
    public static void Set(int later)
    {
        if (later == minutes)
            return;
        TimeZoneInfo.ClearCachedData();
        if (later != 0)
            Overwrite(TimeZoneInfo.CreateCustomTimeZone("Local", TimeSpan.FromMinutes(later), "Local", "Local"));
        minutes = later;
        Landmarks.Change();
    }

    /// <summary>Back to UTC, for the next run.</summary>
    public static void Reset() => Set(0);

    private static void Overwrite(TimeZoneInfo zone)
    {
        var cache = typeof(TimeZoneInfo).GetField("s_cachedData", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null);
        var local = cache?.GetType().GetField("_localTimeZone", BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new MissingFieldException($"The runtime {Environment.Version} has no field {nameof(TimeZoneInfo)}.s_cachedData._localTimeZone, where .NET 10 keeps the local time zone. Use the runtime that the kit was built for, or adapt {nameof(LocalZone)}.");
        local.SetValue(cache, zone);
    }
}
