// slow attack: a delegate of its own, begun on a thread of the runtime's; expect: crash|policy
public static class Spawn
{
    private delegate void Work(string name);

    public static void Run(string[] names) => new Work(Console.WriteLine).BeginInvoke("main", null, null);

    public static void RunClass(string[] names) => Run(names);
}
