namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on semaphores.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class SemaphoreTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task It_gives_as_many_permits_as_it_has_and_grows_without_a_maximum(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var stock = new ProcessSemaphore(1);
                Console.WriteLine(stock.TryAcquire());
                Console.WriteLine(stock.TryAcquire());
                Console.WriteLine(stock.TryAcquire(TimeSpan.FromMilliseconds(50)));
                stock.Release();
                stock.Release();
                stock.Release();
                using (stock.EnterScope())
                    Console.WriteLine($"{stock.TryAcquire()} {stock.TryAcquire()} {stock.TryAcquire()}");
                Console.WriteLine($"{stock.TryAcquire()} {stock.TryAcquire()}");
            }
        }
        """,
        "True\nFalse\nFalse\nTrue True False\nTrue False",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Release_beyond_the_maximum_is_an_error_and_adds_nothing(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var stock = new ProcessSemaphore(2, maximum: 2);
                Try(stock.Release);
                Console.WriteLine($"{stock.TryAcquire()} {stock.TryAcquire()} {stock.TryAcquire()}");
                stock.Release();
                stock.Release();
                Try(stock.Release);
                Try(() => new ProcessSemaphore(-1));
                Try(() => new ProcessSemaphore(3, 2));
                Try(() => new ProcessSemaphore(0, 0));
            }

            private static void Try(Action act)
            {
                try { act(); }
                catch (SemaphoreFullException e) { Console.WriteLine(e.Message); }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.ParamName); }
            }
        }
        """,
        "A semaphore was released that had all of its 2 permits. Release it once for each Acquire, after it.\nTrue True False\n"
        + "A semaphore was released that had all of its 2 permits. Release it once for each Acquire, after it.\ninitial\ninitial\nmaximum",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_waiter_gets_the_permit_that_another_process_releases(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var stock = new ProcessSemaphore(0);
                ChildProcess.Create(Give, stock).Start();
                stock.Acquire();
                Console.WriteLine("got it");
            }

            private static void Give(ProcessSemaphore stock)
            {
                Console.WriteLine("gives");
                stock.Release();
            }
        }
        """,
        "gives\ngot it",
        cancellation);
}
