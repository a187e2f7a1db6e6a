namespace ExerciseKit.Tests.Semantics;

/// <summary>Barriers, as in Python's own tests: nobody passes before all have come, one phase after the other.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class BarrierTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public async Task Nobody_begins_a_phase_before_all_have_ended_the_one_before(CancellationToken cancellation)
    {
        var ends = await EndsOfAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var barrier = new ProcessBarrier(2);
                    ChildProcess.Create(Work, barrier, "a").Start();
                    ChildProcess.Create(Work, barrier, "b").Start();
                }

                private static void Work(ProcessBarrier barrier, string name)
                {
                    for (var phase = 1; phase <= 3; phase++)
                    {
                        Console.WriteLine($"{phase}");
                        barrier.SignalAndWait();
                    }
                }
            }
            """,
            cancellation);
        Assert.That(ends.Select(e => e.Output), Is.EqualTo(new[] { "1\n1\n2\n2\n3\n3" }), () => string.Join('\n', ends.Select(e => e.Errors)));
    }

    [Test, CancelAfter(60_000)]
    public Task A_barrier_for_one_holds_nobody_up_and_one_for_nobody_is_an_error(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var barrier = new ProcessBarrier(1);
                barrier.SignalAndWait();
                barrier.SignalAndWait();
                try { new ProcessBarrier(0); }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.ParamName); }
            }
        }
        """,
        "participants",
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task Who_is_alone_at_a_barrier_for_two_waits_for_ever(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync("public static class Scene { public static void Run() => new ProcessBarrier(2).SignalAndWait(); }", cancellation);
        Assert.That(told, Does.Contain("ProcessBarrier.SignalAndWait"));
    }

    /// <summary>CPython 3.11.7: wait(0.05) raises BrokenBarrierError, then broken is True and n_waiting 0; wait() raises at once; reset() mends it.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_barrier_that_not_all_reach_in_time_is_broken_until_it_is_reset(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var barrier = new ProcessBarrier(2);
                Console.WriteLine($"{barrier.IsBroken} {barrier.WaitingCount}");
                Meet(barrier, TimeSpan.FromMilliseconds(50));
                Meet(barrier, TimeSpan.Zero);
                Console.WriteLine($"{barrier.IsBroken} {barrier.WaitingCount}");
                try { barrier.SignalAndWait(); } catch (BrokenBarrierException) { Console.WriteLine("still broken"); }
                barrier.Reset();
                Console.WriteLine(barrier.IsBroken);
                var child = ChildProcess.Create(Meet, barrier, Timeout.InfiniteTimeSpan);
                child.Start();
                barrier.SignalAndWait();
                child.Join();
                Console.WriteLine($"{barrier.IsBroken} {child.ExitCode}");
            }

            private static void Meet(ProcessBarrier barrier, TimeSpan patience)
            {
                try { barrier.SignalAndWait(patience); }
                catch (BrokenBarrierException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        """
        False 0
        Not all came to the barrier within 0.05 s, and so it is broken for all of them.
        The barrier is broken. Reset it, or make another, before processes meet there again.
        True 0
        still broken
        False
        False 0
        """,
        cancellation);

    /// <summary>CPython 3.11.7: who waits gets BrokenBarrierError when another calls abort() or reset(); after abort() it is broken, after reset() not.</summary>
    [TestCase("Abort", "True")]
    [TestCase("Reset", "False")]
    [CancelAfter(60_000)]
    public Task Who_waits_at_a_barrier_meets_an_exception_when_another_breaks_it(string call, string isBroken, CancellationToken cancellation) => PrintsAsync(
        $$"""
        public static class Scene
        {
            public static void Run()
            {
                var barrier = new ProcessBarrier(3);
                ChildProcess[] children = [ChildProcess.Create(Meet, barrier), ChildProcess.Create(Meet, barrier)];
                foreach (var child in children)
                    child.Start();
                while (barrier.WaitingCount < 2)
                    Thread.Sleep(1);
                barrier.{{call}}();
                foreach (var child in children)
                    child.Join();
                Console.WriteLine($"{string.Join(' ', children.Select(c => c.ExitCode))} {barrier.IsBroken} {barrier.WaitingCount}");
            }

            private static void Meet(ProcessBarrier barrier)
            {
                try { barrier.SignalAndWait(); }
                catch (BrokenBarrierException) { Environment.Exit(7); }
            }
        }
        """,
        $"7 7 {isBroken} 0",
        cancellation);

    /// <summary>CPython 3.11.7: the first to lose patience breaks the barrier, and the other gets the same error.</summary>
    [Test, CancelAfter(60_000)]
    public Task One_that_loses_patience_breaks_the_barrier_for_all(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var barrier = new ProcessBarrier(3);
                var patient = ChildProcess.Create(Meet, barrier, Timeout.InfiniteTimeSpan);
                patient.Start();
                while (barrier.WaitingCount < 1)
                    Thread.Sleep(1);
                Meet(barrier, TimeSpan.FromMilliseconds(50));
                patient.Join();
                Console.WriteLine(barrier.IsBroken);
            }

            private static void Meet(ProcessBarrier barrier, TimeSpan patience)
            {
                try { barrier.SignalAndWait(patience); }
                catch (BrokenBarrierException) { Console.WriteLine("broken"); }
            }
        }
        """,
        "broken\nbroken\nTrue",
        cancellation);
}
