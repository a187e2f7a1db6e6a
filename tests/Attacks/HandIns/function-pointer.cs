// attack: calls through a function pointer; expect: compile-error
public static class Spawn
{
    public static unsafe void Run(string[] names)
    {
        delegate*<int, void> exit = &Environment.Exit;
        ((delegate*<int, void>)((nint)exit + 1))(0);
    }

    public static void RunClass(string[] names) => Run(names);
}
