using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>What is chance to a program: a proof for one value says nothing of the others.</summary>
[Flags]
public enum ChanceMet
{
    None = 0,

    /// <summary>Its process's id.</summary>
    Ids = 1,

    /// <summary>A clock: the time of day, or a count of ticks. Durations are none of it: in strict time they are exact, in loose time a process's own waits.</summary>
    Clocks = 2,

    /// <summary>Random numbers, or what is made of them.</summary>
    Randomness = 4,
}

/// <summary>Under how many values of chance a program is looked at that asks for any, and what they are called.</summary>
public static class ChanceValues
{
    /// <summary>A fault that shows in one of three draws stays unseen in two of three values, so in 8 of 1,000 hand-ins with one draw alone.</summary>
    private const int OfRandomness = 12;

    /// <summary>Who takes ids for what they are, names of which no two are alike, does the same under any; who concludes more from them is told apart by few.</summary>
    private const int OfIds = 2;

    /// <summary>How many values are tried where this was met; 1 where nothing depends on it.</summary>
    public static int Count(ChanceMet met) => AreDrawn(met) ? OfRandomness : met == ChanceMet.Ids ? OfIds : 1;

    /// <summary>Whether what was met are values of a range, of which a few prove nothing: more than ids.</summary>
    public static bool AreDrawn(ChanceMet met) => (met & ~ChanceMet.Ids) != 0;

    /// <summary>The seed of a value.</summary>
    /// <param name="seed">The hand-in's.</param>
    /// <param name="value">Which value, from 0.</param>
    public static int SeedOf(int seed, int value) => unchecked(seed + (value * (int)0x9E3779B9));

    /// <summary>What was met, in words.</summary>
    public static LocalizedText InWords(ChanceMet met)
    {
        LocalizedText[] all = [.. Words(met)];
        if (all.Length < 2)
            return all.FirstOrDefault() ?? LocalizedText.Empty;
        return (
            $"{string.Join(", ", all.SkipLast(1).Select(w => w.En))} and {all[^1].En}",
            $"{string.Join("、", all.SkipLast(1).Select(w => w.Zh))}和{all[^1].Zh}");
    }

    /// <summary>What an operation asks for of chance.</summary>
    internal static ChanceMet MetBy(Operation operation) => operation switch
    {
        DrawSeed => ChanceMet.Randomness,
        ReadClock { Measures: false } => ChanceMet.Clocks,
        Identify { AsksForIds: true } => ChanceMet.Ids,
        _ => ChanceMet.None,
    };

    private static IEnumerable<LocalizedText> Words(ChanceMet met)
    {
        if (met.HasFlag(ChanceMet.Randomness))
            yield return ("random numbers", "随机数");
        if (met.HasFlag(ChanceMet.Clocks))
            yield return ("clocks", "时钟");
        if (met.HasFlag(ChanceMet.Ids))
            yield return ("process ids", "进程号");
    }
}
