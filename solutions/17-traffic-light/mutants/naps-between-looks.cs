// expect: wrong verdict=violation check=all-through line=45,46
using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        var light = ChildProcess.Create(Light, green, redSeconds, greenSeconds);
        light.Start();
        try
        {
            var children = new ChildProcess[cars + policeCars];
            for (var i = 0; i < children.Length; i++)
            {
                children[i] = i < cars ? ChildProcess.Create(Car, i + 1, green) : ChildProcess.Create(Police, i - cars + 1, green);
                children[i].Start();
            }

            foreach (var child in children)
                child.Join();
        }
        finally
        {
            light.Kill();
        }
    }

    private static void Light(ProcessEvent green, int red, int green1)
    {
        while (true)
        {
            Thread.Sleep(red * 1000);
            green.Set();
            Console.WriteLine("light green");
            Thread.Sleep(green1 * 1000);
            green.Reset();
            Console.WriteLine("light red");
        }
    }

    private static void Car(int i, ProcessEvent green)
    {
        Console.WriteLine($"car {i} waits");
        while (!green.IsSet)
            Thread.Sleep(500);
        Console.WriteLine($"car {i} goes");
    }

    private static void Police(int i, ProcessEvent green)
    {
        _ = green.Wait(TimeSpan.FromSeconds(1));
        Console.WriteLine($"police {i} goes");
    }
}
