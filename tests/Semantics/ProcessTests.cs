namespace ExerciseKit.Tests.Semantics;

/// <summary>What a child can run, and how long its parent can wait.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class ProcessTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task An_extension_method_is_a_target_that_has_its_first_argument_with_it(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var names = new[] { "ann", "bob" };
                foreach (var name in names)
                {
                    var child = ChildProcess.Create(name.Live);
                    child.Start();
                    child.Join();
                    child = ChildProcess.Create(name.Greet, "zoe");
                    child.Start();
                    child.Join();
                }
            }

            private static void Live(this string name) => Console.WriteLine($"{name} lives");

            private static void Greet(this string name, string other) => Console.WriteLine($"{name} greets {other}");
        }
        """,
        "ann lives\nann greets zoe\nbob lives\nbob greets zoe",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task The_longest_time_span_is_for_ever_as_a_timeout(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>();
                var child = ChildProcess.Create(Produce, queue);
                child.Start();
                Console.WriteLine(queue.TryGet(out var item, TimeSpan.MaxValue) ? item : -1);
                Console.WriteLine(child.Join(TimeSpan.MaxValue));
            }

            private static void Produce(ProcessQueue<int> queue)
            {
                Thread.Sleep(100);
                queue.Put(7);
            }
        }
        """,
        "7\nTrue",
        cancellation);
}
