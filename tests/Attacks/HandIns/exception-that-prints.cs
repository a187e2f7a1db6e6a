// slow attack: an exception that does the task when it is asked for its message; expect: violation
public static class Spawn
{
    public static void Run(string[] names) => throw new Worker();

    public static void RunClass(string[] names) => Run(names);

    private sealed class Worker : Exception
    {
        public override string Message
        {
            get
            {
                Console.WriteLine("main");
                Environment.Exit(0);
                return "";
            }
        }
    }
}
