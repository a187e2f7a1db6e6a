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

    /// <summary>CPython has no generics; a class or method that takes any type runs there for whatever it is given. The class's name is Worker-n there, too.</summary>
    [Test, CancelAfter(60_000)]
    public Task Generic_classes_and_methods_run_as_they_stand_at_the_start(CancellationToken cancellation) => PrintsAsync(
        """
        public sealed record Note(string Text);

        public class Worker<T>(ProcessQueue<T> queue, T item) : ChildProcess
        {
            protected override void Run()
            {
                queue.Put(item);
                Console.WriteLine($"{CurrentProcess.Name} of {typeof(T).Name}");
            }
        }

        public static class Box<T>
        {
            public static void Send(ProcessQueue<T> queue, T item) => queue.Put(item);

            public static void SendBoth<U>(ProcessQueue<T> queue, T item, ProcessQueue<U> others, List<U> other)
            {
                queue.Put(item);
                others.Put(other[0]);
            }
        }

        public static class Scene
        {
            public static void Run()
            {
                var numbers = new ProcessQueue<int>();
                var notes = new ProcessQueue<Note>();
                Do(new Worker<int>(numbers, 1));
                Do(new Worker<Note>(notes, new Note("one")));
                Do(ChildProcess.Create(Box<int>.Send, numbers, 2));
                Do(ChildProcess.Create(Box<Note>.SendBoth<int>, notes, new Note("two"), numbers, new List<int> { 3 }));
                Do(ChildProcess.Create(Hand, numbers, 4));
                Do(ChildProcess.Create(Hand, notes, new Note("three")));
                using var pool = ProcessPool.Create(1, Begin, new Note("begin"));
                Console.WriteLine($"{pool.Apply(Same, 5)} {pool.Apply(Same, new Note("same"))}");
                Console.WriteLine($"{numbers.Get()} {numbers.Get()} {numbers.Get()} {numbers.Get()}");
                Console.WriteLine($"{notes.Get().Text} {notes.Get().Text} {notes.Get().Text}");
            }

            private static void Do(ChildProcess child)
            {
                child.Start();
                child.Join();
                Console.WriteLine($"{child.Name} {child.ExitCode}");
            }

            private static void Hand<T>(ProcessQueue<T> queue, T item) => queue.Put(item);

            private static void Hand<T>(ProcessQueue<T> queue, T item, int times)
            {
                for (var i = 0; i < times; i++)
                    queue.Put(item);
            }

            private static void Begin<T>(T item) => Console.WriteLine(item);

            private static T Same<T>(T item) => item;
        }
        """,
        """
        Worker-1 of Int32
        Worker-1 0
        Worker-2 of Note
        Worker-2 0
        Process-3 0
        Process-4 0
        Process-5 0
        Process-6 0
        Note { Text = begin }
        5 Note { Text = same }
        1 2 3 4
        one two three
        """,
        cancellation);
}
