using System.Runtime.CompilerServices;

public static partial class Spawn
{
    static partial void Work(string[] names) => Console.WriteLine("escaped: a file that is not asked for was compiled");

    [ModuleInitializer]
    internal static void Begin() => Console.WriteLine("escaped: a file that is not asked for was compiled");
}
