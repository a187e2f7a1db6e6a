// attack: sends signals to its parent, the sandbox, its neighbours, and the grader: the empty one, which harms nobody; expect: violation
using System.Runtime.InteropServices;

public static class Spawn
{
    private delegate int Number();

    private delegate int Signal(int process, int signal);

    public static void Run(string[] names)
    {
        var library = NativeLibrary.Load("libc.so.6");
        var self = Marshal.GetDelegateForFunctionPointer<Number>(NativeLibrary.GetExport(library, "getpid"))();
        var kill = Marshal.GetDelegateForFunctionPointer<Signal>(NativeLibrary.GetExport(library, "kill"));
        foreach (var process in (int[])[{{grader}}, 2, 1, 0, -1, 3, 4, 5, 6, 7, 8, 9, 10])
        {
            if (process != self && kill(process, 0) == 0)
                Console.WriteLine($"escaped: may kill {process}");
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
