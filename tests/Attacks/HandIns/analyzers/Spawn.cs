// attack: analyzers and source generators in the hand-in, and settings that turn them on; expect: violation
public static partial class Spawn
{
    public static void Run(string[] names) => Work(names);

    public static void RunClass(string[] names) => Work(names);

    static partial void Work(string[] names);
}
