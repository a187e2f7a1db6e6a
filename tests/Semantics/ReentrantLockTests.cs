namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on reentrant locks.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class ReentrantLockTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Its_owner_takes_it_again_and_others_get_it_when_it_was_released_as_often(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessReentrantLock();
                gate.Acquire();
                using (gate.EnterScope())
                    Console.WriteLine(gate.TryAcquire());
                Ask(gate);
                gate.Release();
                Ask(gate);
                gate.Release();
                Ask(gate);
            }

            private static void Ask(ProcessReentrantLock gate)
            {
                var other = ChildProcess.Create(Try, gate);
                other.Start();
                other.Join();
            }

            private static void Try(ProcessReentrantLock gate)
            {
                Console.WriteLine($"{gate.TryAcquire()} {gate.TryAcquire(TimeSpan.FromMilliseconds(50))}");
            }
        }
        """,
        "True\nFalse False\nFalse False\nTrue True",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Release_by_another_process_than_its_owner_is_an_error_and_so_is_one_too_many(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessReentrantLock();
                gate.Acquire();
                var other = ChildProcess.Create(Release, gate);
                other.Start();
                other.Join();
                gate.Release();
                Release(gate);
            }

            private static void Release(ProcessReentrantLock gate)
            {
                try { gate.Release(); }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        "A reentrant lock was released by another process than its owner. Release it in the process that acquired it.\n"
        + "A reentrant lock was released that nobody held. Release it once for each Acquire, after it.",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Nested_methods_that_both_need_the_lock_never_mix_with_those_of_others(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var ledger = new ProcessReentrantLock();
                ChildProcess.Create(Enter, ledger, "a").Start();
                ChildProcess.Create(Enter, ledger, "b").Start();
            }

            private static void Enter(ProcessReentrantLock ledger, string clerk)
            {
                using var held = ledger.EnterScope();
                Console.WriteLine(clerk);
                Write(ledger, clerk);
            }

            private static void Write(ProcessReentrantLock ledger, string clerk)
            {
                using var held = ledger.EnterScope();
                Console.WriteLine(clerk);
            }
        }
        """,
        ["a\na\nb\nb", "b\nb\na\na"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task A_deadlock_says_who_owns_what(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var gate = new ProcessReentrantLock();
                    gate.Acquire();
                    var other = ChildProcess.Create(Take, gate);
                    other.Start();
                    other.Join();
                }

                private static void Take(ProcessReentrantLock gate) => gate.Acquire();
            }
            """,
            cancellation);
        Assert.That(told, Does.Match("Process-1.* waits .*ProcessReentrantLock.Acquire.*(MainProcess|main)"));
    }
}
