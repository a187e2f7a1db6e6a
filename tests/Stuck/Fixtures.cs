using System.Diagnostics;

namespace ExerciseKit.Stuck;

public sealed class IgnoresItsToken
{
    [Test, CancelAfter(200)]
    public async Task Test() => await Task.Delay(Timeout.Infinite, CancellationToken.None);
}

public sealed class Blocks
{
    [Test]
    public void Test() => Block.ForEver();
}

public sealed class BlocksInSetUp
{
    [SetUp]
    public void SetUp() => Block.ForEver();

    [Test]
    public void Test() => Assert.Pass();
}

public sealed class BlocksInTearDown
{
    [TearDown]
    public void TearDown() => Block.ForEver();

    [Test]
    public void Test() => Assert.Pass();
}

public sealed class BlocksInOneTimeSetUp
{
    [OneTimeSetUp]
    public void SetUp() => Block.ForEver();

    [Test]
    public void Test() => Assert.Pass();
}

public sealed class TakesTheThreadPool
{
    [Test]
    public async Task Test() => await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(Block.ForEver)));
}

public sealed class WaitsForAProcess
{
    [Test]
    public void Test() => Process.Start("sleep", "1000").WaitForExit();
}

public sealed class HeedsItsToken
{
    [Test, CancelAfter(200)]
    public async Task Test(CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation);
}

public sealed class Ends
{
    [Test]
    public void Test() => Assert.Pass();
}

internal static class Block
{
    public static void ForEver()
    {
        using var never = new ManualResetEventSlim();
        never.Wait();
    }
}
