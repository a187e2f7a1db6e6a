namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on conditions.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class ConditionTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Waiting_and_notifying_need_the_lock(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var plain = new ProcessLock();
                var onPlain = new ProcessCondition(plain);
                var own = new ProcessCondition();
                Try(onPlain.Wait);
                Try(() => onPlain.Notify());
                Try(own.Wait);
                Try(own.NotifyAll);
                Try(own.Release);
                plain.Acquire();
                onPlain.Notify();
                onPlain.Release();
                Try(onPlain.Release);
                own.Acquire();
                Console.WriteLine(own.TryAcquire());
                var other = ChildProcess.Create(Intrude, own);
                other.Start();
                other.Join();
                using (onPlain.EnterScope())
                    Console.WriteLine($"{plain.TryAcquire()} {onPlain.TryAcquire()}");
                try { own.Notify(-1); }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.ParamName); }
            }

            private static void Intrude(ProcessCondition condition)
            {
                Try(condition.Wait);
                Try(condition.NotifyAll);
                Console.WriteLine(condition.TryAcquire());
            }

            private static void Try(Action act)
            {
                try { act(); }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message.Split('.')[0]); }
            }
        }
        """,
        "A condition was waited for without its lock\nA condition was notified without its lock\n"
        + "A condition was waited for without its lock\nA condition was notified without its lock\n"
        + "A reentrant lock was released that nobody held\nA lock was released that nobody held\nTrue\n"
        + "A condition was waited for without its lock\nA condition was notified without its lock\nFalse\nFalse False\nn",
        cancellation);

    [Test, CancelAfter(120_000)]
    public async Task Of_six_waiters_two_are_woken_then_all_six_then_none(CancellationToken cancellation)
    {
        // As in Python's own test: a semaphore counts who sleeps, another who was woken.
        var ends = await EndsOfAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var condition = new ProcessCondition();
                    var asleep = new ProcessSemaphore(0);
                    var woken = new ProcessSemaphore(0);
                    for (var i = 0; i < 6; i++)
                        ChildProcess.Create(Sleep, condition, asleep, woken).Start();
                    for (var i = 0; i < 6; i++)
                        asleep.Acquire();
                    Notify(condition, woken, 2, 2);
                    Notify(condition, woken, 4, 4);
                    Notify(condition, woken, 3, 0);
                }

                private static void Notify(ProcessCondition condition, ProcessSemaphore woken, int count, int expected)
                {
                    // Who has the lock now sleeps no more: all six gave it back.
                    using (condition.EnterScope())
                        condition.Notify(count);
                    for (var i = 0; i < expected; i++)
                        woken.Acquire();
                    Console.WriteLine($"{expected} woken, more: {woken.TryAcquire(TimeSpan.FromMilliseconds(50))}");
                }

                private static void Sleep(ProcessCondition condition, ProcessSemaphore asleep, ProcessSemaphore woken)
                {
                    using var held = condition.EnterScope();
                    asleep.Release();
                    condition.Wait();
                    woken.Release();
                }
            }
            """,
            cancellation);
        Assert.That(ends.Select(e => e.Output), Is.EqualTo(new[] { "2 woken, more: False\n4 woken, more: False\n0 woken, more: False" }), () => string.Join('\n', ends.Select(e => e.Errors)));
    }

    [Test, CancelAfter(60_000)]
    public Task Which_of_the_waiters_wakes_is_open_but_never_one_who_slept_later(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var condition = new ProcessCondition(new ProcessLock());
                var asleep = new ProcessSemaphore(0);
                var woken = new ProcessSemaphore(0);
                Start(condition, asleep, woken, "a");
                Start(condition, asleep, woken, "b");
                using (condition.EnterScope())
                {
                    condition.Notify();
                    ChildProcess.Create(Sleep, condition, asleep, woken, "late").Start();
                }

                asleep.Acquire();
                woken.Acquire();
                using (condition.EnterScope())
                    condition.NotifyAll();
            }

            private static void Start(ProcessCondition condition, ProcessSemaphore asleep, ProcessSemaphore woken, string name)
            {
                ChildProcess.Create(Sleep, condition, asleep, woken, name).Start();
                asleep.Acquire();
                // Who gets the lock now knows that the child sleeps.
                using (condition.EnterScope()) { }
            }

            private static void Sleep(ProcessCondition condition, ProcessSemaphore asleep, ProcessSemaphore woken, string name)
            {
                using var held = condition.EnterScope();
                asleep.Release();
                condition.Wait();
                woken.Release();
                if (!File.Exists("first"))
                    Console.WriteLine(name);
                File.WriteAllText("first", name);
            }
        }
        """,
        ["a", "b"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_notification_is_not_kept_for_who_comes_later(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var held = new ProcessLock().EnterScope();
                var condition = new ProcessCondition();
                using var own = condition.EnterScope();
                condition.NotifyAll();
                Console.WriteLine($"{condition.Wait(TimeSpan.FromMilliseconds(50))} {condition.Wait(TimeSpan.Zero)} {condition.TryAcquire()}");
            }
        }
        """,
        "False False True",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task The_full_depth_of_a_reentrant_lock_is_given_back_and_restored(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessReentrantLock();
                var condition = new ProcessCondition(gate);
                gate.Acquire();
                gate.Acquire();
                gate.Acquire();
                ChildProcess.Create(Wake, condition).Start();
                condition.Wait();
                Console.WriteLine("woken");
                gate.Release();
                gate.Release();
                gate.Release();
                try { gate.Release(); }
                catch (InvalidOperationException) { Console.WriteLine("no fourth"); }
            }

            private static void Wake(ProcessCondition condition)
            {
                using var held = condition.EnterScope();
                Console.WriteLine("wakes");
                condition.Notify();
            }
        }
        """,
        "wakes\nwoken\nno fourth",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_waiter_has_the_lock_again_after_a_time_out_too(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                var condition = new ProcessCondition(gate);
                gate.Acquire();
                Console.WriteLine(condition.Wait(TimeSpan.FromMilliseconds(20)));
                Console.WriteLine(gate.TryAcquire());
                gate.Release();
            }
        }
        """,
        "False\nFalse",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task WaitFor_asks_under_the_lock_and_gives_what_the_predicate_gave(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                File.WriteAllText("n", "0");
                var gate = new ProcessLock();
                var condition = new ProcessCondition(gate);
                ChildProcess.Create(Count, condition).Start();
                using (condition.EnterScope())
                {
                    Console.WriteLine(condition.WaitFor(() => !gate.TryAcquire() && File.ReadAllText("n") == "3"));
                    Console.WriteLine(condition.WaitFor(() => true, TimeSpan.Zero));
                    Console.WriteLine(condition.WaitFor(() => File.ReadAllText("n") == "4", TimeSpan.FromMilliseconds(50)));
                    Console.WriteLine(condition.WaitFor(() => false, TimeSpan.Zero));
                }
            }

            private static void Count(ProcessCondition condition)
            {
                for (var i = 1; i <= 3; i++)
                {
                    using var held = condition.EnterScope();
                    File.WriteAllText("n", $"{i}");
                    condition.Notify();
                }
            }
        }
        """,
        "True\nTrue\nFalse\nFalse",
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task Who_comes_after_the_notification_waits_for_ever(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var condition = new ProcessCondition();
                    condition.Acquire();
                    condition.Notify();
                    condition.Wait();
                }
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("ProcessCondition.Wait"));
    }

    [Test, CancelAfter(60_000)]
    public async Task Who_waits_for_a_predicate_waits_where_it_was_called_wherever_the_predicate_stands(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var condition = new ProcessCondition();
                    condition.Acquire();
                    condition.WaitFor(IsThere);
                }

                private static bool IsThere() => File.Exists("it");
            }
            """,
            cancellation);
        // Live, the call to Scene.Run stands two lines above.
        Assert.That(told, Does.Contain("ProcessCondition.Wait").And.Match(@"Scene\.cs:7|Student\.cs:9").And.Not.Match(@"Scene\.cs:10|Student\.cs:12"));
    }
}
