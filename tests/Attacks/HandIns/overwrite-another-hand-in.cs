// slow attack: moves a file of its own over another student's; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        File.WriteAllText("mine", "overwritten");
        File.Move("mine", "{{other}}", overwrite: true);
    }

    public static void RunClass(string[] names) => Run(names);
}
