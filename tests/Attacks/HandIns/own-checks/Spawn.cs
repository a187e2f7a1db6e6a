// slow attack: checks, an exercise.json and a result of its own; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
