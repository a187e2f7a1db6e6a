// expect: wrong verdict=violation check=all-enter line=13
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var next = 1;
        foreach (var n in admissions)
        {
            Console.WriteLine($"doorkeeper admits {n}");
            for (var i = 0; i < n; i++)
                Console.WriteLine($"visitor {next++} enters");
        }
    }
}
