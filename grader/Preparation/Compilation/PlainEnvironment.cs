using System.Collections;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>While it lasts, this process has a handful of environment variables and no others.</summary>
/// <remarks>
/// MSBuild takes every variable for a property and looks for settings in the user's folder, and neither may alter what a
/// student's code is compiled with. Variables belong to the whole process, so one lasts at a time.
/// </remarks>
internal sealed class PlainEnvironment : IDisposable
{
    private static readonly Lock Lasting = new();

    // What programs need to run at all. None of them is a property that the SDK's projects read.
    private static readonly string[] Kept = ["PATH", "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "LD_LIBRARY_PATH"];

    private readonly Dictionary<string, string> before;

    /// <summary>Waits for another one to end, and begins.</summary>
    /// <param name="home">Stands in for the user's folder and the temporary one.</param>
    /// <param name="variables">What else to set.</param>
    public PlainEnvironment(string home, IReadOnlyDictionary<string, string> variables)
    {
        Lasting.Enter();
        before = Variables();
        var during = Kept.Where(before.ContainsKey).ToDictionary(name => name, name => before[name]);
        foreach (var name in (string[])["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR", "TEMP", "TMP"])
            during[name] = home;
        foreach (var (name, value) in variables)
            during[name] = value;
        Replace(during);
    }

    /// <summary>The variables as they are now.</summary>
    public static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");

    public void Dispose()
    {
        Replace(before);
        Lasting.Exit();
    }

    private static void Replace(Dictionary<string, string> wanted)
    {
        foreach (var name in Variables().Keys.Where(name => !wanted.ContainsKey(name)))
            Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in wanted)
            Environment.SetEnvironmentVariable(name, value);
    }
}
