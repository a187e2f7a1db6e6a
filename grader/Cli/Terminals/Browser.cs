using System.ComponentModel;
using System.Diagnostics;

namespace ExerciseKit.Cli.Terminals;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens a file in it.</summary>
    /// <returns>Why it could not be started; null where it was.</returns>
    public static string? Open(Uri file)
    {
        // RS0030: the program is the user's own choice, at the user's desk; it outlives the command.
#pragma warning disable RS0030
        try
        {
            using var started = Process.Start(new ProcessStartInfo(file.AbsoluteUri) { UseShellExecute = true });
            return null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return e.Message;
        }
#pragma warning restore RS0030
    }
}
