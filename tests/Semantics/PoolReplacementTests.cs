namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on a pool whose workers end: who takes their place, and what is lost with them.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class PoolReplacementTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public async Task A_task_whose_worker_has_ended_is_waited_for_in_vain(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run() => new ProcessPool(1).Apply(Leave, 3);

                private static int Leave(int code)
                {
                    Environment.Exit(code);
                    return code;
                }
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("a task that was lost with its worker, PoolWorker-1").And.Contain("which has ended"));
    }

    /// <summary>CPython 3.11.7: the worker is replaced, the pool goes on, the lost task's result never comes, and close() with join() hangs.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_worker_that_ends_is_replaced_and_only_its_task_is_lost(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(1);
                var lost = pool.ApplyAsync(Leave, 3);
                Console.WriteLine($"{pool.Apply(Square, 4)} {lost.IsReady} {lost.Wait(TimeSpan.FromMilliseconds(20))}");
                Console.WriteLine(string.Join(", ", pool.Map(Square, [1, 2])));
                foreach (var worker in CurrentProcess.ActiveChildren)
                    Console.WriteLine($"{worker.Name} {worker.IsDaemon} {worker.IsAlive}");
            }

            private static int Leave(int code)
            {
                Environment.Exit(code);
                return code;
            }

            private static int Square(int n) => n * n;
        }
        """,
        "16 False False\n1, 4\nPoolWorker-2 True True",
        cancellation);

    /// <summary>CPython 3.11.7: a killed worker is replaced, idle or at work.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_killed_worker_is_replaced(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(1);
                var id = pool.Apply(Tell);
                var worker = CurrentProcess.ActiveChildren[0];
                worker.Kill();
                worker.Join();
                Console.WriteLine($"{worker.ExitCode} {pool.Apply(Tell) != id}");
                var second = CurrentProcess.ActiveChildren[0];
                second.Terminate();
                second.Join();
                Console.WriteLine($"{second.Name} {second.ExitCode} {pool.Apply(Tell) != second.Id}");
            }

            private static int Tell() => CurrentProcess.Id;
        }
        """,
        "-9 True\nPoolWorker-2 -15 True",
        cancellation);

    /// <summary>CPython 3.11.7: Pool.join() of a closed pool waits for the lost task, too; terminate() lets it go.</summary>
    [Test, CancelAfter(60_000)]
    public async Task Joining_a_closed_pool_whose_task_was_lost_hangs(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var pool = new ProcessPool(1);
                    pool.ApplyAsync(Leave);
                    pool.ApplyAsync(Tell, "after");
                    pool.Close();
                    pool.Join();
                }

                private static void Leave() => Environment.Exit(1);

                private static void Tell(string text) => Console.WriteLine(text);
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("ProcessPool.Join").And.Contain("a task that was lost with its worker, PoolWorker-1"));
    }

    /// <summary>CPython 3.11.7: the same, and join() returns after terminate().</summary>
    [Test, CancelAfter(60_000)]
    public Task A_pool_whose_task_was_lost_can_be_terminated_and_joined(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var pool = new ProcessPool(2);
                pool.ApplyAsync(Leave);
                Console.WriteLine(pool.Apply(Seven));
                pool.Terminate();
                pool.Join();
                Console.WriteLine(CurrentProcess.ActiveChildren.Count);
            }

            private static void Leave() => Environment.Exit(1);

            private static int Seven() => 7;
        }
        """,
        "7\n0",
        cancellation);

    /// <summary>CPython 3.11.7: each worker runs the initializer once, before its first task; one in place of another runs it again.</summary>
    [Test, CancelAfter(60_000)]
    public Task Each_worker_runs_the_initializer_before_its_first_task(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            private static int factor = 1;
            private static ProcessLock? gate;

            public static void Run()
            {
                var gate = new ProcessLock();
                using (var pool = ProcessPool.Create(1, Begin, gate, 10))
                {
                    Console.WriteLine(string.Join(", ", pool.Map(Times, [1, 2, 3])));
                    pool.ApplyAsync(Leave);
                    Console.WriteLine(pool.Apply(Times, 4));
                }
                using (var plain = ProcessPool.Create(1, Hello))
                    Console.WriteLine(plain.Apply(Times, 5));
                var (left, _) = Pipe.Create();
                try { ProcessPool.Create(1, Take, left); }
                catch (CannotTravelException e) { Console.WriteLine(e.Message); }
            }

            private static void Begin(ProcessLock ofAll, int by)
            {
                (gate, factor) = (ofAll, by);
                Console.WriteLine("begins");
            }

            private static void Hello() => Console.WriteLine("hello");

            private static void Take(Connection end) { }

            private static void Leave() => Environment.Exit(0);

            private static int Times(int n)
            {
                gate?.Acquire();
                try { return factor * n; }
                finally { gate?.Release(); }
            }
        }
        """,
        """
        begins
        10, 20, 30
        begins
        40
        hello
        5
        An argument of the initializer holds a Connection, and a pipe's end can't go there. Hand it to a ChildProcess as an argument, or send it through a queue or a pipe.
        """,
        cancellation);

    /// <summary>CPython 3.11.7 starts one worker after the other without end, each with its traceback; here it is told that nobody can go on.</summary>
    [Test, CancelAfter(60_000)]
    public async Task A_worker_that_ends_in_the_initializer_is_not_replaced(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run() => ProcessPool.Create(1, Fail, 3).Apply(Seven);

                private static void Fail(int n) => throw new InvalidOperationException($"no {n}");

                private static int Seven() => 7;
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("InvalidOperationException: no 3"));
    }
}
