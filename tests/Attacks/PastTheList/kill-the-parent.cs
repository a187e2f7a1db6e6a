// attack: kills its parent, the sandbox, its neighbours, and the grader; expect: violation
using System.Runtime.InteropServices;

public static class Spawn
{
    private delegate int TwoNumbers(int process, int signal);

    public static void Run(string[] names)
    {
        var kill = Marshal.GetDelegateForFunctionPointer<TwoNumbers>(NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "kill"));
        foreach (var process in (int[])[2, 1, -1, 3, 4, 5, 6, 7, 8, 9, 10])
        {
            if (process != Environment.ProcessId && kill(process, process < 3 ? 15 : 9) == 0)
                Console.WriteLine($"escaped: signalled {process}");
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
