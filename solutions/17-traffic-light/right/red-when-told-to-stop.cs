using ExerciseKit.Multiprocessing;

public static class TrafficLight
{
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        var green = new ProcessEvent();
        var goHome = new ProcessEvent();
        var light = ChildProcess.Create(Light, green, goHome, TimeSpan.FromSeconds(redSeconds), TimeSpan.FromSeconds(greenSeconds));
        var traffic = Enumerable.Range(1, cars).Select(i => (Vehicle)new Car(i, green))
            .Concat(Enumerable.Range(1, policeCars).Select(i => new Police(i, green))).ToList();
        foreach (var v in traffic.Prepend<ChildProcess>(light)) v.Start();
        foreach (var v in traffic) v.Join();
        goHome.Set();
        light.Join();
    }

    static void Light(ProcessEvent green, ProcessEvent goHome, TimeSpan red, TimeSpan greenTime)
    {
        while (!goHome.Wait(red))
        {
            Console.WriteLine("light green");
            green.Set();
            var over = goHome.Wait(greenTime);
            green.Reset();
            Console.WriteLine("light red");
            if (over) return;
        }
    }

    abstract class Vehicle(int number, ProcessEvent green) : ChildProcess
    {
        protected int Number { get; } = number;
        protected ProcessEvent Green { get; } = green;
        protected abstract string Kind { get; }
        protected abstract void Stop();
        protected override void Run()
        {
            Stop();
            Console.WriteLine($"{Kind} {Number} goes");
        }
    }

    sealed class Car(int n, ProcessEvent g) : Vehicle(n, g)
    {
        protected override string Kind => "car";
        protected override void Stop()
        {
            Console.WriteLine($"car {Number} waits");
            Green.Wait();
        }
    }

    sealed class Police(int n, ProcessEvent g) : Vehicle(n, g)
    {
        protected override string Kind => "police";
        protected override void Stop()
        {
            if (!Green.Wait(TimeSpan.FromSeconds(1))) Console.Error.WriteLine("debug: tatütata");
        }
    }
}
