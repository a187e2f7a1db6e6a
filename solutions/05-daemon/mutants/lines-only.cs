// expect: wrong verdict=violation check=cut-off line=6,8
public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        Console.WriteLine($"{name} lives");
        if (childSeconds < parentSeconds)
            Console.WriteLine($"{name} dies");
        Console.WriteLine("parent ends");
    }
}
