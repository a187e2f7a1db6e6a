namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on joinable queues.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class JoinableQueueTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Join_returns_after_the_last_task_is_done_and_not_when_the_queue_is_empty(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new JoinableQueue<string>();
                queue.Join();
                queue.Put("a");
                queue.Put("b");
                for (var i = 0; i < 2; i++)
                {
                    var worker = ChildProcess.Create(Work, queue);
                    worker.IsDaemon = true;
                    worker.Start();
                }

                queue.Join();
                Console.WriteLine("all done");
            }

            private static void Work(JoinableQueue<string> queue)
            {
                while (true)
                {
                    var item = queue.Get();
                    Console.WriteLine(item);
                    queue.TaskDone();
                }
            }
        }
        """,
        ["a\nb\nall done", "b\na\nall done"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task One_task_done_too_many_is_an_error(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new JoinableQueue<int>();
                queue.Put(1);
                queue.TaskDone();
                queue.Join();
                try { queue.TaskDone(); }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        "TaskDone was called more often than items were put. Call it once for each item, after the work on it.",
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task A_join_with_a_task_left_is_a_deadlock_that_is_told(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var queue = new JoinableQueue<int>();
                    queue.Put(1);
                    queue.Get();
                    queue.Join();
                }
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("JoinableQueue.Join").And.Contains("for TaskDone, 1 of which is still to come"));
    }
}
