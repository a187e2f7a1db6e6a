// expect: wrong verdict=violation check=light line=24,26,33
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    // Each line from a process of its own, and in time; there is no light.
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var light = ChildProcess.Create(Light, redSeconds, greenSeconds);
        light.IsDaemon = true;
        light.Start();
        var traffic = Enumerable.Range(1, cars).Select(i => ChildProcess.Create(Drive, i, redSeconds))
            .Concat(Enumerable.Range(1, policeCars).Select(i => ChildProcess.Create(DrivePolice, i, Math.Min(redSeconds, 1))))
            .ToList();
        traffic.ForEach(car => car.Start());
        traffic.ForEach(car => car.Join());
    }

    private static void Light(int redSeconds, int greenSeconds)
    {
        while (true)
        {
            Thread.Sleep(TimeSpan.FromSeconds(redSeconds));
            Console.WriteLine("light green");
            Thread.Sleep(TimeSpan.FromSeconds(greenSeconds));
            Console.WriteLine("light red");
        }
    }

    private static void Drive(int i, int seconds)
    {
        Console.WriteLine($"car {i} waits");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"car {i} goes");
    }

    private static void DrivePolice(int i, int seconds)
    {
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"police {i} goes");
    }
}
