// expect: wrong verdict=violation check=squares line=8,11,14
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        var workersOfMine = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Idle)).ToList();
        workersOfMine.ForEach(worker => worker.Start());
        foreach (var n in numbers)
            Console.WriteLine($"{n} done");
        workersOfMine.ForEach(worker => worker.Join());
        Console.WriteLine("all done");
        return [.. numbers.Select(n => checked(n * n))];
    }

    private static void Idle() => Thread.Sleep(TimeSpan.FromSeconds(2));
}
