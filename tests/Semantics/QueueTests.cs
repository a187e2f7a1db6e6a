namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on queues.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class QueueTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Items_come_in_the_order_in_which_one_producer_put_them(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>();
                ChildProcess.Create(Produce, queue).Start();
                for (var i = 0; i < 3; i++)
                    Console.WriteLine(queue.Get());
            }

            private static void Produce(ProcessQueue<int> queue)
            {
                for (var i = 0; i < 3; i++)
                    queue.Put(i);
            }
        }
        """,
        "0\n1\n2",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Items_of_two_producers_come_in_any_merge_of_their_orders(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<string>();
                ChildProcess.Create(Produce, queue, "a").Start();
                ChildProcess.Create(Produce, queue, "b").Start();
                Console.WriteLine(queue.Get() + queue.Get() + queue.Get() + queue.Get());
            }

            private static void Produce(ProcessQueue<string> queue, string name)
            {
                queue.Put(name + 1);
                queue.Put(name + 2);
            }
        }
        """,
        ["a1a2b1b2", "a1b1a2b2", "a1b1b2a2", "b1a1a2b2", "b1a1b2a2", "b1b2a1a2"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task At_capacity_a_try_to_put_gives_false_and_an_empty_queue_gives_nothing(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>(capacity: 2);
                Console.WriteLine($"{queue.Count} {queue.IsEmpty} {queue.IsFull}");
                Console.WriteLine(queue.TryPut(1));
                Console.WriteLine($"{queue.Count} {queue.IsEmpty} {queue.IsFull}");
                Console.WriteLine(queue.TryPut(2, TimeSpan.FromMilliseconds(50)));
                Console.WriteLine($"{queue.Count} {queue.IsEmpty} {queue.IsFull}");
                Console.WriteLine(queue.TryPut(3));
                Console.WriteLine(queue.TryPut(3, TimeSpan.FromMilliseconds(50)));
                Console.WriteLine(queue.TryGet(out var first) + " " + first);
                Console.WriteLine(queue.TryGet(out var second, TimeSpan.FromMilliseconds(50)) + " " + second);
                Console.WriteLine(queue.TryGet(out var third) + " " + third);
                Console.WriteLine(queue.TryGet(out third, TimeSpan.FromMilliseconds(50)) + " " + third);
            }
        }
        """,
        "0 True False\nTrue\n1 False False\nTrue\n2 False True\nFalse\nFalse\nTrue 1\nTrue 2\nFalse 0\nFalse 0",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task At_capacity_put_waits_until_an_item_is_taken(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>(capacity: 1);
                var go = new ProcessQueue<string>();
                queue.Put(1);
                ChildProcess.Create(Take, queue, go).Start();
                go.Put("go");
                queue.Put(2);
                Console.WriteLine("second put");
            }

            private static void Take(ProcessQueue<int> queue, ProcessQueue<string> go)
            {
                go.Get();
                queue.Get();
            }
        }
        """,
        "second put",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_get_with_patience_takes_what_comes_in_time(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<string>(capacity: 1);
                ChildProcess.Create(Produce, queue).Start();
                Console.WriteLine(queue.TryGet(out var item, TimeSpan.FromSeconds(40)) + " " + item);
                Console.WriteLine(queue.TryPut("one", TimeSpan.FromSeconds(40)));
            }

            private static void Produce(ProcessQueue<string> queue) => queue.Put("late");
        }
        """,
        "True late\nTrue",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task After_close_a_process_may_not_use_the_queue_and_others_may(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>();
                queue.Put(1);
                queue.Close();
                Try(() => queue.Put(2));
                Try(() => queue.TryPut(2));
                Try(() => queue.Get());
                Try(() => queue.TryGet(out _));
                queue.Close();
                ChildProcess.Create(Take, queue).Start();
            }

            private static void Take(ProcessQueue<int> queue)
            {
                queue.Put(3);
                Console.WriteLine(queue.Get() + queue.Get());
            }

            private static void Try(Action use)
            {
                try { use(); }
                catch (InvalidOperationException) { Console.WriteLine("closed"); }
            }
        }
        """,
        "closed\nclosed\nclosed\nclosed\n4",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task An_item_is_visible_once_put_has_returned(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>();
                var child = ChildProcess.Create(Produce, queue);
                child.Start();
                child.Join();
                Console.WriteLine($"{queue.IsEmpty} {queue.Count} {queue.TryGet(out var item)} {item}");
            }

            private static void Produce(ProcessQueue<int> queue) => queue.Put(7);
        }
        """,
        "False 1 True 7",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Items_are_copies_and_primitives_in_them_are_shared(CancellationToken cancellation) => PrintsAsync(
        """
        public sealed record Order(string Dish, ProcessQueue<Order> Back, int[] Prices);

        public static class Scene
        {
            public static void Run()
            {
                var orders = new ProcessQueue<Order>();
                var back = new JoinableQueue<Order>();
                ChildProcess.Create(Cook, orders).Start();
                var order = new Order("soup", back, [3, 4]);
                orders.Put(order);
                order.Prices[0] = 99;
                Console.WriteLine(back.Get() is null);
            }

            private static void Cook(ProcessQueue<Order> orders)
            {
                var order = orders.Get();
                Console.WriteLine(order.Prices[0]);
                order.Back.Put(null!);
            }
        }
        """,
        "3\nTrue",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_capacity_below_one_is_an_error(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                try { new ProcessQueue<int>(0); }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.ParamName); }
                try { new JoinableQueue<int>(-1); }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.ActualValue); }
            }
        }
        """,
        "capacity\n-1",
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task A_get_that_nobody_feeds_is_a_deadlock_that_is_told(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync("public static class Scene { public static void Run() => new ProcessQueue<int>().Get(); }", cancellation);
        Assert.That(told, Does.Contain("ProcessQueue.Get").And.Contains("for an item, and nobody puts one"));
    }
}
