using System.Runtime.CompilerServices;

namespace ExerciseKit.Host;

/// <summary>Makes hash codes the same in every process: .NET draws a random seed for them at each start, and has no switch for it.</summary>
/// <remarks>
/// The order of a hash set of strings would else differ between two runs of the same interleaving.
/// The seeds are private static fields of the runtime; they are overwritten before the first student's code runs.
/// </remarks>
internal static class HashSeeds
{
    private const ulong StringSeed = 0x5EED_0F_57_12_34_56_78;
    private const uint CombineSeed = 0x5EED;

    /// <summary>Fixes both seeds, of string hashes and of <see cref="HashCode"/>.</summary>
    /// <exception cref="MissingFieldException">This runtime keeps its seeds elsewhere: the kit must be adapted to it.</exception>
    public static void Fix()
    {
        var none = default(HashCode);
        try
        {
            // Reading them first has them drawn: that must have happened, or it would come later and win.
            (OfStrings(null), OfCombined(ref none)) = (StringSeed, CombineSeed);
        }
        catch (Exception e) when (e is MissingFieldException or TypeLoadException)
        {
            throw new MissingFieldException($"The runtime {Environment.Version} does not keep the seeds of its hash codes where .NET 10 does: {e.Message} Use the runtime that the kit was built for, or adapt {nameof(HashSeeds)}.", e);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "<DefaultSeed>k__BackingField")]
    private static extern ref ulong OfStrings([UnsafeAccessorType("System.Marvin")] object? marvin);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "s_seed")]
    private static extern ref uint OfCombined(ref HashCode code);
}
