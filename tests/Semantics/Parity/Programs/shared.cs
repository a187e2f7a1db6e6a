public static class Scene
{
    public static void Run()
    {
        var ages = new SharedDictionary<string, List<int>> { ["al"] = [1] };
        Show("key that is not there", Attempt(() => _ = ages["bo"]));
        ages["al"].Add(2);
        Show("copy changed and not set again", ages["al"].Count);
        var copy = ages["al"];
        copy.Add(2);
        ages["al"] = copy;
        Show("copy changed and set again", ages["al"].Count);
        Show("contains", ages.ContainsKey("al"));
        Show("removed", ages.Remove("al"));
        Show("count after that", ages.Count);
        var reals = new SharedDictionary<double, int> { [0.0] = 1, [-0.0] = 2 };
        Show("equal keys are one entry", reals.Count);

        var list = new SharedList<int>([1, 2, 3]);
        list.Insert(0, 7);
        Show("list after an insert", list);
        list.Remove(2);
        Show("list after a removal", list);
        Show("place beyond the end", Attempt(() => _ = list[9]));
        var child = ChildProcess.Create(Add, list);
        child.Start();
        child.Join();
        Show("list after a child has added", list);

        var value = new SharedValue<int>(5);
        value.Value++;
        Show("value read and written", value.Value);
    }

    private static void Add(SharedList<int> list) => list.Add(4);

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (Exception e) when (e is KeyNotFoundException or ArgumentOutOfRangeException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
