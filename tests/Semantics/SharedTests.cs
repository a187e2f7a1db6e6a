namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on the shared dictionary, list and value.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class SharedTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task A_dictionary_holds_what_another_process_set_in_the_order_in_which_keys_were_added(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var stock = new SharedDictionary<string, int> { ["tea"] = 1, ["cake"] = 2 };
                var child = ChildProcess.Create(Fill, stock);
                child.Start();
                child.Join();
                Console.WriteLine(string.Join(", ", stock.ToArray().Select(e => $"{e.Key}={e.Value}")));
                Console.WriteLine($"{string.Join(", ", stock.Keys)}; {stock.Count}; {stock.ContainsKey("tea")}; {stock.ContainsKey("milk")}");
                Console.WriteLine($"{stock.TryGetValue("cake", out var cakes)} {cakes}; {stock.TryGetValue("tea", out var tea)} {tea}");
            }

            private static void Fill(SharedDictionary<string, int> stock)
            {
                stock["milk"] = 3;
                stock["cake"] = 5;
                Console.WriteLine($"{stock.Remove("tea")} {stock.Remove("tea")}");
                stock["tea"] = 4;
                stock.Remove("milk");
            }
        }
        """,
        "True False\ncake=5, tea=4\ncake, tea; 2; True; False\nTrue 5; True 4",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_key_that_is_missing_and_an_index_beyond_the_end_are_errors(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                try { _ = new SharedDictionary<string, int>()["tea"]; }
                catch (KeyNotFoundException e) { Console.WriteLine(e.Message); }
                try { _ = new SharedList<int>([1, 2, 3])[3]; }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.Message); }
                try { new SharedList<int>()[-1] = 1; }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        """
        There is no key "tea" in the shared dictionary. Set it first, or ask with TryGetValue.
        There is no index 3 in a shared list of 3 items. Ask for its Count, or Add an item first.
        There is no index -1 in a shared list of 0 items. Ask for its Count, or Add an item first.
        """,
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_nested_value_is_a_copy_until_it_is_set_again(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var guests = new SharedDictionary<string, List<string>> { ["hall"] = ["Ann"] };
                guests["hall"].Add("Bob");
                Console.WriteLine(guests["hall"].Count);
                var hall = guests["hall"];
                hall.Add("Bob");
                guests["hall"] = hall;
                hall.Add("Cid");
                Console.WriteLine(string.Join(", ", guests["hall"]));
                var seats = new SharedList<int[]>([[0, 0]]);
                seats[0][1] = 7;
                Console.WriteLine(string.Join(", ", seats[0]));
                var score = new SharedValue<(int Home, int Away)>((1, 0));
                score.Value = score.Value with { Away = 2 };
                Console.WriteLine(score.Value);
            }
        }
        """,
        "1\nAnn, Bob\n0, 0\n(1, 2)",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Adding_to_what_was_read_takes_two_steps_so_that_an_update_can_be_lost(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var stock = new SharedDictionary<string, int> { ["tea"] = 10 };
                ChildProcess[] guests = [ChildProcess.Create(Drink, stock), ChildProcess.Create(Drink, stock)];
                foreach (var guest in guests)
                    guest.Start();
                foreach (var guest in guests)
                    guest.Join();
                Console.WriteLine(stock["tea"]);
            }

            private static void Drink(SharedDictionary<string, int> stock) => stock["tea"] = stock["tea"] - 1;
        }
        """,
        ["8", "9"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task With_a_lock_around_both_steps_no_update_is_lost(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (gate, count, list) = (new ProcessLock(), new SharedValue<int>(0), new SharedList<int>([0, 0]));
                ChildProcess[] guests = [ChildProcess.Create(Enter, gate, count, list), ChildProcess.Create(Enter, gate, count, list)];
                foreach (var guest in guests)
                    guest.Start();
                foreach (var guest in guests)
                    guest.Join();
                Console.WriteLine($"{count.Value} {list[1]}");
            }

            private static void Enter(ProcessLock gate, SharedValue<int> count, SharedList<int> list)
            {
                using (gate.EnterScope())
                {
                    count.Value++;
                    list[1] = list[1] + 1;
                }
            }
        }
        """,
        "2 2",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Each_add_of_a_list_is_one_step_so_that_none_is_lost(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var list = new SharedList<string>();
                ChildProcess[] guests = [ChildProcess.Create(Sign, list, "a"), ChildProcess.Create(Sign, list, "b")];
                foreach (var guest in guests)
                    guest.Start();
                foreach (var guest in guests)
                    guest.Join();
                Console.WriteLine($"{list.Count}: {string.Join("", list.ToArray())}");
            }

            private static void Sign(SharedList<string> list, string name) => list.Add(name);
        }
        """,
        ["2: ab", "2: ba"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_primitive_in_a_value_travels_as_a_handle(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var rooms = new SharedDictionary<string, (ProcessLock Door, SharedValue<int> Count)>();
                rooms["hall"] = (new ProcessLock(), new SharedValue<int>(1));
                var child = ChildProcess.Create(Enter, rooms);
                child.Start();
                child.Join();
                Console.WriteLine($"{rooms["hall"].Door.TryAcquire()} {rooms["hall"].Count.Value}");
            }

            private static void Enter(SharedDictionary<string, (ProcessLock Door, SharedValue<int> Count)> rooms)
            {
                var (door, count) = rooms["hall"];
                door.Acquire();
                count.Value = 5;
            }
        }
        """,
        "False 5",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task What_cannot_travel_can_be_neither_key_nor_value(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                try { new SharedDictionary<ProcessLock, int>()[new ProcessLock()] = 1; }
                catch (CannotTravelException e) { Console.WriteLine(e.Message); }
                try { new SharedDictionary<int, Action>()[1] = Run; }
                catch (CannotTravelException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        """
        key can't travel to another process: ExerciseKit.Multiprocessing.ProcessLock holds a primitive, and a key is found by its value alone. Use a number or a text.
        value can't travel to another process: Action is a delegate: code can't be sent. Send the data that it needs, and call a static method there.
        """,
        cancellation);
}
