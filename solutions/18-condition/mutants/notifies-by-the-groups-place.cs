// expect: wrong verdict=deadlock check=all-enter line=19
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var places = new SharedValue<int>(0);
        var gate = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, places, gate)).ToList();
        children.ForEach(child => child.Start());
        for (var group = 0; group < admissions.Length; group++)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {admissions[group]}");
                places.Value += admissions[group];
                // With 1 and then 2 it is the same.
                gate.Notify(group + 1);
            }
        }

        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, SharedValue<int> places, ProcessCondition gate)
    {
        using (gate.EnterScope())
        {
            gate.WaitFor(() => places.Value > 0);
            places.Value--;
            Console.WriteLine($"visitor {i} enters");
        }
    }
}
