using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ExerciseKit.Tests;

/// <summary>Lets the programs that tests start hear an interrupt (SIGINT), also where these tests were started in the background of a script.</summary>
/// <remarks>There the shell has them ignore it, and what is ignored is handed down to every process that they start.</remarks>
[SetUpFixture]
public sealed class HeardInterrupts
{
    private const int Interrupt = 2;
    private const nint Default = 0;

    [OneTimeSetUp]
    public void Hear()
    {
        if (OperatingSystem.IsLinux() && IsIgnored())
            _ = signal(Interrupt, Default);
    }

    [SupportedOSPlatform("linux")]
    private static bool IsIgnored()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        var ignored = ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (ignored >> (Interrupt - 1) & 1) == 1;
    }

#pragma warning disable IDE1006, SYSLIB1054 // The system's own name; generated code would be unsafe, which these tests are not compiled with.
    [SupportedOSPlatform("linux")]
    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint signal(int number, nint handler);
#pragma warning restore IDE1006, SYSLIB1054
}
