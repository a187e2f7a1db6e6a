// slow attack: ends its host, and a dump with it; expect: policy
public static class Spawn
{
    public static void Run(string[] names) => Environment.FailFast("10 of 10 points");

    public static void RunClass(string[] names) => Run(names);
}
