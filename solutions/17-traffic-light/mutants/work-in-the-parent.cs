// expect: wrong verdict=violation check=on-green line=10,13,15,16,18
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        for (var i = 1; i <= cars; i++)
            Console.WriteLine($"car {i} waits");
        Thread.Sleep(TimeSpan.FromSeconds(Math.Min(redSeconds, 1)));
        for (var i = 1; i <= policeCars; i++)
            Console.WriteLine($"police {i} goes");
        Thread.Sleep(TimeSpan.FromSeconds(Math.Max(redSeconds - 1, 0)));
        Console.WriteLine("light green");
        green.Set();
        for (var i = 1; i <= cars; i++)
            Console.WriteLine($"car {i} goes");
    }
}
