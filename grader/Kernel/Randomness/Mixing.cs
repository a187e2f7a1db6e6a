using System.Numerics;

namespace ExerciseKit.Kernel.Randomness;

/// <summary>Numbers that look drawn, and are a function of a seed, a name and a count: the same in every interleaving.</summary>
internal static class Mixing
{
    public static ulong Of(int seed, string name, int count)
    {
        var hash = (ulong)(uint)seed * 0x9E3779B97F4A7C15;
        foreach (var c in name)
            hash = Scramble(hash ^ c);
        return Scramble(hash + (ulong)(uint)count);
    }

    // Any good mixing function will do; this is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Scramble(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(x ^ (x >> 31), 7);
    }
}
