// expect: wrong verdict=violation check=light line=32,36
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    private static readonly TimeSpan PolicePatience = TimeSpan.FromSeconds(1);

    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        var light = ChildProcess.Create(Toggle, green, redSeconds, greenSeconds);
        light.Start();

        var traffic = new List<ChildProcess>();
        for (var i = 1; i <= cars; i++)
            traffic.Add(ChildProcess.Create(Drive, i, green));
        for (var i = 1; i <= policeCars; i++)
            traffic.Add(ChildProcess.Create(DrivePolice, i, green));
        foreach (var car in traffic)
            car.Start();
        foreach (var car in traffic)
            car.Join();

        light.Terminate();
        light.Join();
    }

    private static void Toggle(ProcessEvent green, int redSeconds, int greenSeconds)
    {
        while (true)
        {
            Console.WriteLine("light red");
            Thread.Sleep(TimeSpan.FromSeconds(redSeconds));
            Console.WriteLine("light green");
            green.Set();
            Thread.Sleep(TimeSpan.FromSeconds(greenSeconds));
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
        green.Wait(PolicePatience);
        Console.WriteLine($"police {i} goes");
    }
}
