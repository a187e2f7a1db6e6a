using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Checks;

/// <summary>Numbers, names and orders, each following from the ones before: SplitMix64, since <see cref="Random"/> may change with the runtime.</summary>
/// <param name="state">Where it begins.</param>
/// <param name="maxProcesses">How many processes may live at once in the exercise, the first one counted.</param>
public sealed class Chance(ulong state, int maxProcesses = KernelSettings.DefaultMaxProcesses)
{
    /// <summary>What part of the processes that may live is left to a hand-in's own: loggers, helpers.</summary>
    private const int PartOfItsOwn = 4;

    // Of both halves of the alphabet, of different length, and some of them the beginning of others.
    private static readonly string[] Givens =
    [
        "ann", "bob", "cem", "dora", "emil", "fay", "gil", "hana", "ivo", "jan", "kim", "lena", "max", "nora", "olga", "paul",
        "quinn", "rosa", "sven", "tom", "uma", "vera", "wim", "xenia", "yan", "zoe", "jo", "joanna", "al", "alexandra", "su", "susi",
    ];

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int From(int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        var range = (ulong)((long)most - least + 1);
        return (int)(least + (long)(Next() % range));
    }

    /// <summary>How many children a member is to have: a number drawn from <paramref name="least"/> to <paramref name="most"/>, or as many as the exercise's limits leave room for.</summary>
    /// <param name="least">The fewest, where there is room.</param>
    /// <param name="most">The most.</param>
    /// <param name="each">How many processes there are for each.</param>
    /// <param name="beside">How many others there are besides, without the first.</param>
    public int Children(int least, int most, int each = 1, int beside = 0) => From(RoomFor(least, each, beside), RoomFor(most, each, beside));

    /// <summary>As many children, or as the exercise's limits leave room for; at least one.</summary>
    /// <inheritdoc cref="Children"/>
    public int RoomFor(int children, int each = 1, int beside = 0) =>
        Math.Min(children, Math.Max(1, (maxProcesses - (maxProcesses / PartOfItsOwn) - 1 - beside) / each));

    /// <summary>One of these.</summary>
    public T OneOf<T>(params T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values[From(0, values.Length - 1)];
    }

    /// <summary>These in another order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        T[] all = [.. values];
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = From(0, i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    /// <summary>So many names, no two alike and none of them in a given order.</summary>
    public string[] Names(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Givens.Length);
        return Shuffled(Givens)[..count];
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
