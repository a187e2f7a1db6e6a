// attack: cuts files short, moves and removes them; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in (string[])["{{other}}", "{{hand-in}}/Spawn.cs"])
        {
            Try(() => File.WriteAllBytes(path, []));
            Try(() => new FileInfo(path).MoveTo(path + "-kit-attack"));
            Try(new FileInfo(path).Delete);
        }
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Try(Action change)
    {
        try
        {
            change();
            // To remove what is not there is no error.
            if (Directory.Exists("{{hand-in}}"))
                Console.WriteLine("escaped: changed a file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(e.Message);
        }
    }
}
