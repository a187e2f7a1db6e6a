// expect: wrong verdict=livelock check=on-green line=6,36,45
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    private static readonly ProcessEvent green = new();

    private static readonly TimeSpan PolicePatience = TimeSpan.FromSeconds(1);

    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var light = ChildProcess.Create(Toggle, redSeconds, greenSeconds);
        light.Start();

        var traffic = new List<ChildProcess>();
        for (var i = 1; i <= cars; i++)
            traffic.Add(ChildProcess.Create(Drive, i));
        for (var i = 1; i <= policeCars; i++)
            traffic.Add(ChildProcess.Create(DrivePolice, i));
        foreach (var car in traffic)
            car.Start();
        foreach (var car in traffic)
            car.Join();

        light.Terminate();
        light.Join();
    }

    private static void Toggle(int redSeconds, int greenSeconds)
    {
        while (true)
        {
            Console.WriteLine("light red");
            Thread.Sleep(TimeSpan.FromSeconds(redSeconds));
            Console.WriteLine("light green");
            green.Set();
            Thread.Sleep(TimeSpan.FromSeconds(greenSeconds));
            green.Reset();
        }
    }

    private static void Drive(int i)
    {
        Console.WriteLine($"car {i} waits");
        green.Wait();
        Console.WriteLine($"car {i} goes");
    }

    private static void DrivePolice(int i)
    {
        green.Wait(PolicePatience);
        Console.WriteLine($"police {i} goes");
    }
}
