// attack: prints a perfect result, and ends; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine("10 of 10 points, 4 of 4 checks held.");
        Console.WriteLine("""{ "format": "exercisekit.result/1", "gradable": true, "score": 10, "maxScore": 10 }""");
        Console.Error.WriteLine("""{ "type": "EndProcess", "ending": "Returned", "exitCode": 0 }""");
        Environment.Exit(0);
    }

    public static void RunClass(string[] names) => Run(names);
}
