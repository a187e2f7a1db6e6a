// expect: wrong verdict=violation check=condition line=8,15,23
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var places = new ProcessSemaphore(0);
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, places)).ToList();
        children.ForEach(child => child.Start());
        foreach (var n in admissions)
        {
            Console.WriteLine($"doorkeeper admits {n}");
            for (var i = 0; i < n; i++)
                places.Release();
        }

        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, ProcessSemaphore places)
    {
        places.Acquire();
        Console.WriteLine($"visitor {i} enters");
    }
}
