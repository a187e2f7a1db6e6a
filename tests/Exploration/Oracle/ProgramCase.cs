using System.Collections.Immutable;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>A random program, and what is claimed of it.</summary>
/// <param name="Base">The program as drawn.</param>
/// <param name="HasTwins">Whether the root's first two children do the same, so that they may share what is known of them.</param>
/// <param name="ExpectsCrashes">Whether an exception is no fault.</param>
internal sealed record ProgramCase(SmallProgram Base, bool HasTwins, bool ExpectsCrashes, ImmutableList<ClaimSketch> Claims)
{
    public static Arbitrary<ProgramCase> Arbitrary { get; } = Arb.From(
        Gen.OneOf(
            Any(Programs.Any, ClaimSketch.Any), Any(TidyPrograms.Any, ClaimSketch.Any), Any(SynchronizedPrograms.Any, ClaimSketch.Any),
            Any(TidyPrograms.Contending, Gen.OneOf(ClaimSketch.Any, ClaimSketch.OfOutcome)), Any(PoolPrograms.Any, Gen.OneOf(ClaimSketch.Any, ClaimSketch.OfOutcome))), Shrink);

    /// <summary>The same, as far as C# can say it; shrunk ones may not be sayable, so none is.</summary>
    public static Arbitrary<ProgramCase> Sayable { get; } = Arb.From(Arbitrary.Generator.Select(Real.Sayable.Of));

    public static Arbitrary<ProgramCase> WithChannels { get; } = Arb.From(Any(Gen.OneOf(ChannelPrograms.Any, TidyChannels.Any, TidyChannels.Any), ClaimSketch.Any), Shrink);

    /// <summary>The same, as far as C# can say it.</summary>
    public static Arbitrary<ProgramCase> SayableWithChannels { get; } = Arb.From(WithChannels.Generator.Select(Real.Sayable.Of));

    /// <summary>Programs on one of the primitives by which processes wait for each other.</summary>
    public static Arbitrary<ProgramCase> Synchronized(Gen<SmallProgram> programs) => Arb.From(Any(programs, Gen.OneOf(ClaimSketch.Any, ClaimSketch.OfOutcome)), Shrink);

    /// <summary>Programs whose processes do the same but for what they print, or nearly.</summary>
    public static Arbitrary<ProgramCase> WithNamesakes { get; } = Arb.From(
        from program in Any(NamesakePrograms.Any, Gen.OneOf(ClaimSketch.Any, ClaimSketch.OfOutcome))
        select program with { HasTwins = false },
        Shrink);

    public static Arbitrary<ProgramCase> Contending { get; } = Arb.From(Any(TidyPrograms.Contending, ClaimSketch.OfOutcome), Shrink);

    public static Arbitrary<ProgramCase> WithPool { get; } = Arb.From(Any(PoolPrograms.Any, Gen.OneOf(ClaimSketch.Any, ClaimSketch.OfOutcome)), Shrink);

    /// <summary>The same, as far as C# can say it.</summary>
    public static Arbitrary<ProgramCase> SayableWithPool { get; } = Arb.From(WithPool.Generator.Select(Real.Sayable.Of));

    /// <summary>The program as an honest host plays it, which speaks of no primitive before it is made.</summary>
    public SmallProgram Program
    {
        get
        {
            var root = Base.Processes[World.Root];
            var body = root.Body.OfType<CreateStep>().Cast<Statement>().Concat(root.Body.Where(s => s is not CreateStep));
            var processes = Base.Processes.SetItem(World.Root, root with { Body = [.. body] });
            if (HasTwins && processes.TryGetValue("0.0", out var first) && processes.TryGetValue("0.1", out var second))
                processes = processes.SetItem("0.1", second with { Body = first.Body, Ends = first.Ends });
            return Base with { Processes = processes };
        }
    }

    public override string ToString() =>
        $"{Program}{(HasTwins ? "with twins\n" : "")}{(ExpectsCrashes ? "crashes expected\n" : "")}{string.Join('\n', Claims)}";

    private static Gen<ProgramCase> Any(Gen<SmallProgram> programs, Gen<ClaimSketch> sketches) =>
        from program in programs
        from limit in Gen.Frequency((7, Gen.Constant(program.MaxProcesses)), (1, Gen.Choose(2, 3)))
        from hasTwins in Gen.Elements(true, false, false)
        from expectsCrashes in Gen.Elements(true, true, false)
        from count in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Constant(1)), (1, Gen.Constant(2)))
        from claims in Gen.ListOf(sketches, count)
        select new ProgramCase(program with { MaxProcesses = limit }, hasTwins, expectsCrashes, [.. claims]);

    private static IEnumerable<ProgramCase> Shrink(ProgramCase program)
    {
        if (program.HasTwins)
            yield return program with { HasTwins = false };
        if (program.ExpectsCrashes)
            yield return program with { ExpectsCrashes = false };
        foreach (var claim in program.Claims)
            yield return program with { Claims = program.Claims.Remove(claim) };
        foreach (var smaller in Shrinking.Of(program.Base))
            yield return program with { Base = smaller };
    }
}
