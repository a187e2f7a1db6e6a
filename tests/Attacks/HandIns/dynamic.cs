// attack: calls by dynamic what it may not name; expect: policy
public static class Spawn
{
    public static void Run(string[] names)
    {
        dynamic type = typeof(string);
        Console.WriteLine("escaped: " + type.Assembly.Location);
    }

    public static void RunClass(string[] names) => Run(names);
}
