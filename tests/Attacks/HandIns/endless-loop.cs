// attack: an endless loop; expect: hang
public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
        {
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
