// slow attack: puts itself between the program and the console; expect: policy
public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()));
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);
}
