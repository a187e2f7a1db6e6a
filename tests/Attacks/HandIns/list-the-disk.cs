// slow attack: looks for whatever there is; expect: policy
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries("/", "*", SearchOption.AllDirectories))
            Console.WriteLine("escaped: " + path);
    }

    public static void RunClass(string[] names) => Run(names);
}
