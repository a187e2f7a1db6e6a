namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on events.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class EventTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task It_stays_set_until_it_is_reset(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var ready = new ProcessEvent();
                Console.WriteLine($"{ready.IsSet} {ready.Wait(TimeSpan.Zero)} {ready.Wait(TimeSpan.FromMilliseconds(50))}");
                ready.Set();
                ready.Wait();
                Console.WriteLine($"{ready.IsSet} {ready.Wait(TimeSpan.Zero)} {ready.Wait(TimeSpan.FromMilliseconds(50))}");
                ready.Set();
                ready.Reset();
                Console.WriteLine($"{ready.IsSet} {ready.Wait(TimeSpan.Zero)}");
            }
        }
        """,
        "False False False\nTrue True True\nFalse False",
        cancellation);

    /// <summary>CPython 3.11.7 and 3.13.0: whoever waits when Set is called goes on, 210 times of 210.</summary>
    [Test, CancelAfter(60_000)]
    public async Task Who_waits_when_it_is_set_goes_on_even_if_it_is_reset_at_once(CancellationToken cancellation)
    {
        var ends = await EndsOfAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var go = new ProcessEvent();
                    var child = ChildProcess.Create(Wait, go);
                    child.Start();
                    Thread.Sleep(1500);
                    go.Set();
                    go.Reset();
                    child.Join();
                }

                private static void Wait(ProcessEvent go)
                {
                    go.Wait();
                    Console.WriteLine("went on");
                }
            }
            """,
            cancellation);
        Assert.That(ends.Select(e => (e.Output, e.ExitCode)), Has.Some.EqualTo(("went on", (int?)0)));
        // Where time orders nothing, the child may come too late, and then it waits for ever.
        Assert.That(ends.Where(e => e.Output.Length == 0).Select(e => e.Errors), Has.All.Contains("Deadlock: "));
        Assert.That(!IsLive || ends.Count == 1);
    }

    [Test, CancelAfter(60_000)]
    public async Task All_who_wait_go_on_when_it_is_set(CancellationToken cancellation)
    {
        var ends = await EndsOfAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var start = new ProcessEvent();
                    for (var i = 1; i <= 3; i++)
                        ChildProcess.Create(Go, start, i).Start();
                    Console.WriteLine("set");
                    start.Set();
                }

                private static void Go(ProcessEvent start, int number)
                {
                    var isSet = start.Wait(TimeSpan.FromMinutes(10));
                    Console.WriteLine($"{number} {isSet}");
                }
            }
            """,
            cancellation);
        foreach (var end in ends)
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(end.Output.Split('\n'), Is.EquivalentTo(new[] { "set", "1 True", "2 True", "3 True" }));
            Assert.That(end.Output, Does.StartWith("set\n"));
        }
    }

    [Test, CancelAfter(60_000)]
    public async Task Who_waits_for_an_event_that_nobody_sets_waits_for_ever(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync("public static class Scene { public static void Run() => new ProcessEvent().Wait(); }", cancellation);
        Assert.That(told, Does.Contain("waits").And.Contain("ProcessEvent.Wait"));
    }
}
