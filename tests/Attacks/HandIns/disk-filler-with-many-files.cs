// slow attack: fills the disk, or the grader's memory, with many files; expect: limit
public static class Spawn
{
    public static void Run(string[] names)
    {
        for (var i = 0; ; i++)
            File.WriteAllText($"kit-attack{i}", new string('x', 99_000));
    }

    public static void RunClass(string[] names) => Run(names);
}
