using System.Diagnostics;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Host;

/// <summary>Ends this process without cleanup: nobody is there any more who could want any.</summary>
internal static class HardExit
{
    /// <summary>The connection ended, as it does when the driver is done, or broke the contract, which is told.</summary>
    public static void Lost(Exception reason)
    {
        if (reason is ProtocolException broken)
            Stderr.WriteLine($"{broken.Fault}: {broken.Message}");
        Now();
    }

    /// <summary>Ends the process; no handler, no finalizer and no exit event of a student's program runs.</summary>
    public static void Now()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
