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
}
