// slow attack: a type from an address of its choosing, to crash the runtime; expect: policy
public static class Spawn
{
    public static void Run(string[] names) => Console.WriteLine(Type.GetTypeFromHandle(RuntimeTypeHandle.FromIntPtr(4096))!.Name);

    public static void RunClass(string[] names) => Run(names);
}
