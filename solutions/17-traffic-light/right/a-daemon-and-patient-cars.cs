using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    // The light is a daemon: it needs no word from anybody, and ends with its parent.
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        var light = ChildProcess.Create(Shine, green, new Phases(TimeSpan.FromSeconds(redSeconds), TimeSpan.FromSeconds(greenSeconds)));
        light.IsDaemon = true;
        var traffic = Enumerable.Range(1, policeCars).Select(i => ChildProcess.Create(Hurry, i, green))
            .Concat(Enumerable.Range(1, cars).Select(i => ChildProcess.Create(Queue, i, green)))
            .ToList();
        traffic.ForEach(car => car.Start());
        light.Start();
        traffic.ForEach(car => car.Join());
    }

    private static void Shine(ProcessEvent green, Phases phases)
    {
        for (var isGreen = false; ; isGreen = !isGreen)
        {
            if (isGreen)
                green.Set();
            else
                green.Reset();
            Console.WriteLine(isGreen ? "light green" : "light red");
            Thread.Sleep(isGreen ? phases.Green : phases.Red);
        }
    }

    private static void Queue(int i, ProcessEvent green)
    {
        Console.WriteLine($"car {i} waits");
        while (!green.Wait(TimeSpan.FromSeconds(2)))
            Console.WriteLine($"(car {i} still waits)");
        Console.WriteLine($"car {i} goes");
    }

    private static void Hurry(int i, ProcessEvent green)
    {
        var isGreen = green.Wait(TimeSpan.FromSeconds(1));
        Console.WriteLine($"police {i} goes");
        Console.WriteLine($"(police {i}: {(isGreen ? "on green" : "on red")})");
    }
}

internal sealed record Phases(TimeSpan Red, TimeSpan Green);
