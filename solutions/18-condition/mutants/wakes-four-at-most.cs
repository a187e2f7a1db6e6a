// expect: wrong verdict=deadlock check=admitted line=17
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var gate = new ProcessCondition();
        var places = new SharedValue<int>(0);
        var all = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, gate, places)).ToArray();
        foreach (var v in all) v.Start();
        foreach (var n in admissions)
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                places.Value += n;
                gate.Notify(Math.Min(n, 4));
            }
        foreach (var v in all) v.Join();
    }

    static void Visit(int i, ProcessCondition gate, SharedValue<int> places)
    {
        using (gate.EnterScope())
        {
            while (places.Value == 0) gate.Wait();
            places.Value--;
            Console.WriteLine($"visitor {i} enters");
        }
    }
}
