using System.ComponentModel;
using System.Diagnostics;

namespace ExerciseKit.Tests;

/// <summary>Holds what CPython is needed for; left out where there is none that runs.</summary>
public sealed class NeedsPythonAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Found = new(Try);

    protected override string? Lack => Found.Value;

    // A name on the path is not enough: it may lead to an installation of another user's.
    private static string? Try()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", ""]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            python.WaitForExit();
            return python.ExitCode == 0 ? null : $"python3 ends with {python.ExitCode}: install Python 3, or put one on the PATH that this user may run.";
        }
        catch (Win32Exception e)
        {
            return $"python3 can't be started ({e.Message}): install Python 3.";
        }
    }
}
