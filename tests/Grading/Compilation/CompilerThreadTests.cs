using ExerciseKit.Grading.Compilation;

namespace ExerciseKit.Tests.Grading.Compilation;

[TestFixture, CancelAfter(60_000)]
public class CompilerThreadTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(1);

    [Test]
    public void A_compiler_that_the_machine_keeps_waiting_is_not_given_up(CancellationToken cancellation)
    {
        using var looks = new CountdownEvent(3);
        var outcome = CompilerThread.Run(
            token =>
            {
                looks.Wait(token);
                return "done";
            },
            Bound,
            () =>
            {
                if (!looks.IsSet)
                    looks.Signal();
                return TimeSpan.Zero;
            },
            cancellation);
        Assert.That(outcome, Is.EqualTo("done"));
    }

    [Test]
    public void One_that_computes_beyond_its_bound_is_told_to_stop_and_given_up(CancellationToken cancellation)
    {
        using var stopped = new ManualResetEventSlim();
        var looks = 0;
        var outcome = CompilerThread.Run(
            token =>
            {
                token.WaitHandle.WaitOne();
                stopped.Set();
                return "done";
            },
            Bound,
            () => ++looks * Bound,
            cancellation);
        Assert.That((outcome, looks), Is.EqualTo(((string?)null, 3)));
        stopped.Wait(cancellation);
    }

    [Test]
    public void One_that_was_done_beyond_its_bound_is_given_up_as_well(CancellationToken cancellation)
    {
        using var done = new ManualResetEventSlim();
        var outcome = CompilerThread.Run(
            _ =>
            {
                done.Set();
                return "done";
            },
            Bound,
            () => done.IsSet ? 2 * Bound : TimeSpan.Zero,
            cancellation);
        Assert.That(outcome, Is.Null);
    }

    [Test]
    public void What_the_compiler_throws_reaches_its_caller(CancellationToken cancellation) =>
        Assert.That(
            () => CompilerThread.Run<string>(_ => throw new BadImageFormatException("of the work"), Bound, () => TimeSpan.Zero, cancellation),
            Throws.TypeOf<BadImageFormatException>().With.Message.EqualTo("of the work"));
}
