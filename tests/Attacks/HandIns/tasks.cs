// slow attack: goes on after its end, in a task; expect: policy
public static class Spawn
{
    public static async void Run(string[] names)
    {
        await Task.Delay(1);
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);
}
