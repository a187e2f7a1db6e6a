// attack: reads and writes through links that it has made; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in (string[])["{{other}}", "{{result}}", "/etc/passwd"])
        {
            try
            {
                File.CreateSymbolicLink("/tmp/link", path);
                using (var reader = new StreamReader("/tmp/link"))
                    Console.WriteLine($"escaped: {reader.ReadToEnd()}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.WriteLine(e.Message);
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
