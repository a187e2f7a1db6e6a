// attack: reads the grader's environment; expect: policy
public static class Spawn
{
    public static void Run(string[] names) => Console.WriteLine(Environment.GetEnvironmentVariable("KIT_ATTACK_SECRET"));

    public static void RunClass(string[] names) => Run(names);
}
