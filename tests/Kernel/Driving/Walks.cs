using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Kernel.Driving;

/// <summary>A random program, and a random way through it.</summary>
/// <param name="Picks">Which turn to take in each moment, modulo how many there are.</param>
internal sealed record Walk(SmallProgram Program, IReadOnlyList<int> Picks)
{
    private const int MaxTurns = 80;

    public static Arbitrary<Walk> Arbitrary { get; } = Through(Gen.OneOf(Programs.Any, ChannelPrograms.Any));

    /// <summary>Walks through programs drawn from these.</summary>
    public static Arbitrary<Walk> Through(Gen<SmallProgram> programs) => Arb.From(
        from program in programs
        from picks in Gen.ArrayOf(Gen.Choose(0, 1000), MaxTurns)
        select new Walk(program, picks),
        walk => Shrinking.Of(walk.Program).Select(smaller => walk with { Program = smaller }));

    /// <summary>The moments of the kernel's run, from the first to the last.</summary>
    public IEnumerable<(KernelRun Run, Turn? Next)> Moments(Tier tier)
    {
        var run = KernelRun.AtBeginning(Program, tier);
        foreach (var pick in Picks)
        {
            var turns = run.Turns;
            if (turns.Count == 0)
                break;
            var turn = turns[pick % turns.Count];
            yield return (run, turn);
            run = run.After(turn);
        }

        yield return (run, null);
    }

    public override string ToString() => Program.ToString();
}
