using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Runs a property on random values: always the same ones, so that the suite is the same on every machine.</summary>
internal static class Seeded
{
    private const ulong Seed = 20_251_121;

    /// <param name="values">Where the values come from, and how they shrink.</param>
    /// <param name="count">How many.</param>
    /// <param name="fault">What is wrong with a value; null where nothing is.</param>
    /// <param name="part">Which part of them: another one has others.</param>
    public static void Holds<T>(Arbitrary<T> values, int count, Func<T, string?> fault, int part = 0)
    {
        var replay = new Replay(new Rnd(Seed + (ulong)part), size: null);
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(replay).WithQuietOnSuccess(true);
        Check.One(config, Prop.ForAll(values, value => fault(value) is { } message ? false.Label(message) : true.Label("")));
    }
}
