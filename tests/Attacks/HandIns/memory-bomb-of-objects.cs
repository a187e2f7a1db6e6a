// attack: a memory bomb, ever more objects, whatever is thrown; expect: limit
public static class Spawn
{
    private static readonly List<byte[]> Kept = [];

    public static void Run(string[] names)
    {
        while (true)
        {
            try
            {
                Kept.Add(new byte[1 << 20]);
            }
            catch
            {
                Kept.Capacity++;
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
