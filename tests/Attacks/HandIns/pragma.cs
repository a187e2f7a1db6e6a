// attack: #pragma gives places in another file, and silences the compiler; expect: violation
#pragma checksum "/etc/passwd" "{406EA660-64CF-4C82-B6F0-42D48172A799}" "AB007F1D23D9"
#pragma warning disable
#nullable disable
public static class Spawn
{
    public static void Run(string[] names)
    {
#pragma warning restore CS0162
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);
}
