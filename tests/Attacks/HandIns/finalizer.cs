// attack: throws in a finalizer, on a thread of the runtime's; expect: policy
public class Spawn
{
    ~Spawn() => throw new InvalidOperationException();

    public static void Run(string[] names)
    {
        for (var i = 0; i < 1000; i++)
            _ = new Spawn();
    }

    public static void RunClass(string[] names) => Run(names);
}
