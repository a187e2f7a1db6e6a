using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Driving;

/// <summary>What a written-down program can come to when the kernel runs it, in all interleavings.</summary>
internal static class InKernel
{
    private const int MaxStates = 100_000;

    public static IReadOnlySet<EndState> EndsOf(SmallProgram program, Tier tier = Tier.Strict) =>
        Search.Exhaust(KernelRun.AtBeginning(program, tier), MaxStates)?.Ends
        ?? throw new ArgumentException($"The program goes through more than {MaxStates} states; make it smaller.");

    /// <summary>The different printouts, each line after the other with a blank between.</summary>
    public static IEnumerable<string> PrintoutsOf(SmallProgram program, Tier tier = Tier.Strict) =>
        EndsOf(program, tier).Select(e => e.Lines.Replace('\n', ' ')).Distinct();

    /// <summary>What the root of a program without others prints.</summary>
    public static string PrintoutOf(params Statement[] root) => PrintoutsOf(SmallProgram.Of(("0", ProcessText.Of(root)))).Single();
}
