using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        var over = new ProcessEvent();
        var light = ChildProcess.Create(Toggle, green, over, redSeconds * 1000, greenSeconds * 1000);
        var children = new List<ChildProcess>();
        for (var i = 1; i <= cars; i++)
            children.Add(ChildProcess.Create(Car, green, i));
        for (var i = 1; i <= policeCars; i++)
            children.Add(ChildProcess.Create(PoliceCar, green, i));
        light.Start();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        over.Set();
    }

    // Looks once a round whether it is still needed.
    private static void Toggle(ProcessEvent green, ProcessEvent over, int redMilliseconds, int greenMilliseconds)
    {
        while (!over.IsSet)
        {
            Thread.Sleep(redMilliseconds);
            green.Set();
            Console.WriteLine("light green");
            Thread.Sleep(greenMilliseconds);
            Console.WriteLine("light red");
            green.Reset();
        }
    }

    // As in the course notes: who is woken and finds it red again waits for the next green.
    private static void Car(ProcessEvent green, int i)
    {
        Console.WriteLine($"car {i} waits");
        while (true)
        {
            green.Wait();
            if (!green.IsSet)
                continue;
            Console.WriteLine($"car {i} goes");
            break;
        }
    }

    private static void PoliceCar(ProcessEvent green, int i)
    {
        if (!green.IsSet)
            green.Wait(TimeSpan.FromMilliseconds(1000));
        Console.WriteLine($"police {i} goes");
    }
}
