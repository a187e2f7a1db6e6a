// attack: a fork bomb, by programs and by the C library; expect: violation
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

public static class Spawn
{
    private delegate int Nothing();

    public static void Run(string[] names)
    {
        var fork = Marshal.GetDelegateForFunctionPointer<Nothing>(NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "fork"));
        for (var i = 0; i < 20; i++)
        {
            if (fork() >= 0)
                Console.WriteLine("escaped: forked");
            foreach (var program in (string[])["/dotnet/dotnet", "/usr/bin/true", "{{runtime}}"])
                Start(program);
        }
    }

    private static void Start(string program)
    {
        try
        {
            Process.Start(program);
            Console.WriteLine("escaped: started a program");
        }
        catch (Win32Exception e)
        {
            Console.WriteLine(e.Message);
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
