using System.Security;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Session.Folders;

/// <summary>Tells the projects of a student's folder where the tool lies on this machine.</summary>
public static class ToolReference
{
    private const string FileName = "tool.props";

    /// <summary>Writes it, where it is not so already.</summary>
    /// <exception cref="BadInputException">The folder can't be written to.</exception>
    public static void Write(StudentFolder folder, string toolFolder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var text = $"""
            <Project>
              <PropertyGroup>
                <KitFolder>{SecurityElement.Escape(EscapeForMSBuild(Path.TrimEndingDirectorySeparator(Path.GetFullPath(toolFolder)) + Path.DirectorySeparatorChar))}</KitFolder>
              </PropertyGroup>
            </Project>

            """.ReplaceLineEndings("\n");
        var path = Path.Combine(folder.KitFolder, FileName);
        if (!IsSo(path, text))
            SafeFile.Write(path, text);
    }

    /// <summary>The same, for a command that is about something else: a folder that can't be written to stops none of those.</summary>
    public static void TryWrite(StudentFolder folder, string toolFolder)
    {
        try
        {
            Write(folder, toolFolder);
        }
        catch (BadInputException)
        {
            // Then a build asks the tool on the path, or says what to do.
        }
    }

    private static bool IsSo(string path, string text)
    {
        try
        {
            return File.Exists(path) && File.ReadAllText(path) == text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string EscapeForMSBuild(string value) =>
        string.Concat(value.Select(c => "%$@'();?*".Contains(c) ? $"%{(int)c:X2}" : $"{c}"));
}
