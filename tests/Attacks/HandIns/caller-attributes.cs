// slow attack: asks the compiler where the grader has put the source; expect: violation
using System.Runtime.CompilerServices;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var path = Here();
        if (path.Contains('/'))
            Console.WriteLine("escaped: " + path);
    }

    public static void RunClass(string[] names) => Run(names);

    private static string Here([CallerFilePath] string path = "") => path;
}
