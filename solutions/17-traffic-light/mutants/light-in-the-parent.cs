// expect: wrong verdict=violation check=light line=13,15,16,17,19
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        var traffic = Enumerable.Range(1, cars).Select(i => ChildProcess.Create(Drive, i, green))
            .Concat(Enumerable.Range(1, policeCars).Select(i => ChildProcess.Create(DrivePolice, i, green)))
            .ToList();
        traffic.ForEach(car => car.Start());
        while (traffic.Exists(car => car.IsAlive))
        {
            Thread.Sleep(TimeSpan.FromSeconds(redSeconds));
            Console.WriteLine("light green");
            green.Set();
            Thread.Sleep(TimeSpan.FromSeconds(greenSeconds));
            Console.WriteLine("light red");
            green.Reset();
        }
    }

    private static void Drive(int i, ProcessEvent green)
    {
        Console.WriteLine($"car {i} waits");
        green.Wait();
        Console.WriteLine($"car {i} goes");
    }

    private static void DrivePolice(int i, ProcessEvent green)
    {
        green.Wait(TimeSpan.FromSeconds(1));
        Console.WriteLine($"police {i} goes");
    }
}
