// attack: an exception whose every member throws, in the grader's hands; expect: crash
public static class Spawn
{
    public static void Run(string[] names) => throw new Thrower();

    public static void RunClass(string[] names) => Run(names);

    private sealed class Thrower : Exception
    {
        public override string Message => throw new Thrower();

        public override string StackTrace => throw new Thrower();

        public override System.Collections.IDictionary Data => throw new Thrower();

        public override string ToString() => throw new Thrower();
    }
}
