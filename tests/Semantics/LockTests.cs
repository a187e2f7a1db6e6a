namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on locks.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class LockTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task A_held_lock_is_not_given_and_release_without_holding_is_an_error(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                Console.WriteLine(gate.TryAcquire());
                Console.WriteLine(gate.TryAcquire());
                Console.WriteLine(gate.TryAcquire(TimeSpan.FromMilliseconds(50)));
                gate.Release();
                try { gate.Release(); }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        "True\nFalse\nFalse\nA lock was released that nobody held. Release it once for each Acquire, after it.",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_lock_may_be_released_by_another_process_than_the_one_that_acquired_it(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                gate.Acquire();
                ChildProcess.Create(Release, gate).Start();
                gate.Acquire();
                Console.WriteLine("released");
            }

            private static void Release(ProcessLock gate) => gate.Release();
        }
        """,
        "released",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Two_who_print_under_a_lock_come_in_either_order(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                ChildProcess.Create(Say, gate, "a").Start();
                ChildProcess.Create(Say, gate, "b").Start();
            }

            private static void Say(ProcessLock gate, string word)
            {
                using (gate.EnterScope())
                {
                    Console.WriteLine(word);
                    Console.WriteLine(word);
                }
            }
        }
        """,
        ["a\na\nb\nb", "b\nb\na\na"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task A_lock_taken_twice_by_one_process_is_a_deadlock_that_is_told(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var gate = new ProcessLock();
                    gate.Acquire();
                    gate.Acquire();
                }
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("ProcessLock.Acquire"));
    }

    [Test, CancelAfter(60_000)]
    public async Task An_exception_ends_with_code_1_and_is_told_on_the_error_stream(CancellationToken cancellation)
    {
        var ends = await EndsOfAsync("public static class Scene { public static void Run() => new ProcessLock().Release(); }", cancellation);
        Assert.That(ends.Single().ExitCode, Is.EqualTo(1));
        Assert.That(ends.Single().Errors, Does.StartWith("Unhandled exception. System.InvalidOperationException: A lock was released that nobody held."));
    }
}
