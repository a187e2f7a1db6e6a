// expect: wrong verdict=violation check=police-on-green line=11,44,46
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var (green, over) = (new ProcessEvent(), new ProcessEvent());
        var light = ChildProcess.Create(Shine, green, over, redSeconds, greenSeconds);
        var traffic = Enumerable.Range(1, cars).Select(i => ChildProcess.Create(Drive, i, green))
            .Concat(Enumerable.Range(1, policeCars).Select(i => ChildProcess.Create(Patrol, i, green, redSeconds > 0)))
            .ToList();
        light.Start();
        traffic.ForEach(car => car.Start());
        traffic.ForEach(car => car.Join());
        over.Set();
        light.Join();
    }

    private static void Shine(ProcessEvent green, ProcessEvent over, int redSeconds, int greenSeconds)
    {
        while (true)
        {
            if (over.Wait(TimeSpan.FromSeconds(redSeconds)))
                return;
            Console.WriteLine("light green");
            green.Set();
            if (over.Wait(TimeSpan.FromSeconds(greenSeconds)))
                return;
            green.Reset();
            Console.WriteLine("light red");
        }
    }

    private static void Drive(int i, ProcessEvent green)
    {
        Console.WriteLine($"car {i} waits");
        green.Wait();
        Console.WriteLine($"car {i} goes");
    }

    private static void Patrol(int i, ProcessEvent green, bool isRed)
    {
        if (isRed)
            green.Wait(TimeSpan.FromSeconds(1));
        Console.WriteLine($"police {i} goes");
    }
}
