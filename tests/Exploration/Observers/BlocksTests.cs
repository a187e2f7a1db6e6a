using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class BlocksTests
{
    private static readonly Observer<BlockSeen> Blocks = Observe.Blocks(["ann", "bob"], "{0} begins", "{0} works", "{0} ends");

    [TestCase("ann begins", "ann works", "ann ends", "bob begins", "bob works", "bob ends")]
    [TestCase("bob begins", "(debug) ann begins", "bob works", "bob ends", "ann begins", "ann works", "ann ends")]
    public void Blocks_one_after_the_other_are_whole(params string[] lines) =>
        Assert.That(After(lines), Is.EqualTo(new BlockSeen(null, 0, null)));

    [TestCase("ann begins", "bob begins", "'bob begins' came in the middle of ann's block")]
    [TestCase("ann begins", "ann works", "bob works", "'bob works' came in the middle of ann's block")]
    [TestCase("ann begins", "ann ends", "'ann ends' came in the middle of ann's block")]
    [TestCase("ann works", "'ann works' came outside of a block")]
    [TestCase("ann begins", "ann works", "ann ends", "ann works", "bob begins", "'ann works' came outside of a block")]
    public void The_first_line_out_of_place_is_told(params string[] linesAndFinding) =>
        Assert.That(After(linesAndFinding[..^1]).Describe().En, Is.EqualTo(linesAndFinding[^1]));

    private static BlockSeen After(string[] lines)
    {
        var value = Blocks.Start;
        foreach (var line in lines)
            value = Blocks.After(value, new LinePrinted(Names.Root, TimeSpan.Zero, CallSite.Unknown, ConsoleStream.Out, line));
        return (BlockSeen)value;
    }
}
