// attack: MSBuild projects, targets, props and response files in the hand-in; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
