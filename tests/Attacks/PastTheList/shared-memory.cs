// attack: leaves shared memory behind, with a name and without; expect: violation
using System.Runtime.InteropServices;

public static class Spawn
{
    private delegate int Segment(int key, nint size, int flags);

    public static void Run(string[] names)
    {
        var shmget = Marshal.GetDelegateForFunctionPointer<Segment>(NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "shmget"));
        const int Create = 0x200;
        if (shmget(0x6b697431, 4096, Create | 0x1B6) >= 0)
            Console.WriteLine("escaped: made a segment of shared memory");
    }

    public static void RunClass(string[] names) => Run(names);
}
