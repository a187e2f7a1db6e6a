using ExerciseKit.Multiprocessing;

namespace Course.Events;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        ProcessEvent isGreen = new ProcessEvent();
        ProcessEvent isOver = new ProcessEvent();
        Light light = new Light(isGreen, isOver, redSeconds, greenSeconds);
        List<ChildProcess> traffic = new List<ChildProcess>();
        for (int i = 0; i < cars; i++)
        {
            traffic.Add(new Car(i + 1, isGreen));
        }

        for (int i = 0; i < policeCars; i++)
        {
            traffic.Add(new PoliceCar(i + 1, isGreen));
        }

        foreach (ChildProcess car in traffic)
        {
            car.Start();
        }

        light.Start();
        foreach (ChildProcess car in traffic)
        {
            car.Join();
        }

        isOver.Set();
        light.Join();
    }
}

public class Light : ChildProcess
{
    private readonly ProcessEvent isGreen;
    private readonly ProcessEvent isOver;
    private readonly int red;
    private readonly int green;

    public Light(ProcessEvent isGreen, ProcessEvent isOver, int red, int green)
    {
        this.isGreen = isGreen;
        this.isOver = isOver;
        this.red = red;
        this.green = green;
    }

    protected override void Run()
    {
        // The event is the light's sleep: it ends sooner when all are through.
        while (!isOver.Wait(TimeSpan.FromSeconds(red)))
        {
            isGreen.Set();
            Console.WriteLine("light green");
            if (isOver.Wait(TimeSpan.FromSeconds(green)))
            {
                return;
            }

            isGreen.Reset();
            Console.WriteLine("light red");
        }
    }
}

public class Car : ChildProcess
{
    private readonly int number;
    private readonly ProcessEvent isGreen;

    public Car(int number, ProcessEvent isGreen)
    {
        this.number = number;
        this.isGreen = isGreen;
    }

    protected override void Run()
    {
        Console.WriteLine("car " + number + " waits");
        isGreen.Wait();
        Console.WriteLine("car " + number + " goes");
    }
}

public class PoliceCar : ChildProcess
{
    private readonly int number;
    private readonly ProcessEvent isGreen;

    public PoliceCar(int number, ProcessEvent isGreen)
    {
        this.number = number;
        this.isGreen = isGreen;
    }

    protected override void Run()
    {
        if (!isGreen.IsSet)
        {
            isGreen.Wait(TimeSpan.FromSeconds(1));
        }

        Console.WriteLine("police " + number + " goes");
    }
}
