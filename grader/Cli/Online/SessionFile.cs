using System.Text.Json;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Online;

/// <summary>Where the tool is signed in: a file of the user's own that nobody else may read.</summary>
internal static class SessionFile
{
    private static string Path => System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "exercisekit", "sessions.json");

    /// <summary>The session on a server; null where there is none.</summary>
    public static string? Of(Uri address) => Read().GetValueOrDefault(address.Authority);

    /// <summary>Keeps one.</summary>
    public static void Keep(Uri address, string session)
    {
        var all = Read();
        all[address.Authority] = session;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(System.IO.Path.GetDirectoryName(Path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        SafeFile.Write(Path, JsonSerializer.Serialize(all));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static Dictionary<string, string> Read()
    {
        try
        {
            return File.Exists(Path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path)) ?? [] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Without it a new link signs in.
            return [];
        }
    }
}
