// slow attack: an exception whose message takes for ever, in the grader's hands; expect: hang
public static class Spawn
{
    public static void Run(string[] names) => throw new Endless();

    public static void RunClass(string[] names) => Run(names);

    private sealed class Endless : Exception
    {
        public override string Message
        {
            get
            {
                while (true)
                {
                }
            }
        }
    }
}
