// slow attack: reads through links that it has made; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in (string[])["{{other}}", "{{result}}", "/etc/passwd"])
        {
            var link = $"/tmp/link{Guid.NewGuid():N}";
            try
            {
                File.CreateSymbolicLink(link, path);
                Console.WriteLine($"escaped: {System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(link))}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.WriteLine("not here");
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
