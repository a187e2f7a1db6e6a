// attack: reads the grader's environment; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine(Environment.GetEnvironmentVariable("KIT_ATTACK_SECRET"));
        foreach (System.Collections.DictionaryEntry pair in Environment.GetEnvironmentVariables())
            Console.WriteLine($"{pair.Key}={pair.Value}");
    }

    public static void RunClass(string[] names) => Run(names);
}
