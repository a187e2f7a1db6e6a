// attack: changes permissions and times of files that it can't write; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in (string[])["{{other}}", "{{result}}", "{{hand-in}}/Spawn.cs", "/host/ExerciseKit.Host.dll"])
        {
            Try(() => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead));
            Try(() => File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch));
        }
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Try(Action change)
    {
        try
        {
            change();
            Console.WriteLine("escaped: changed a file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(e.Message);
        }
    }
}
