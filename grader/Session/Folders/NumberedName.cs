namespace ExerciseKit.Session.Folders;

/// <summary>Names for what is kept beside a file.</summary>
internal static class NumberedName
{
    /// <summary>The file's name with the first free number behind it.</summary>
    public static string Free(string path)
    {
        for (var number = 1; ; number++)
        {
            var name = $"{path}.{number}";
            if (!Path.Exists(name) && new FileInfo(name).LinkTarget is null)
                return name;
        }
    }
}
