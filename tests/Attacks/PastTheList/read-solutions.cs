// attack: reads solutions, checks, another hand-in, and lists the disk, with the system's own calls; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in (string[])["{{repository}}/solutions/01-spawn/Spawn.cs", "{{repository}}/exercises/01-spawn/checks/SpawnChecks.cs", "{{other}}", "{{hand-in}}/Spawn.cs", "/etc/passwd", "/proc/2/environ", "/proc/1/root/etc/passwd", "/proc/2/root/etc/passwd", "/proc/{{grader}}/root/etc/passwd", "/proc/{{grader}}/cmdline"])
        {
            try
            {
                Console.WriteLine($"escaped: {path} {System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(path))}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.WriteLine(e.Message);
            }
        }

        foreach (var folder in (string[])["/home", "/root", "/work", "/etc", "/var", "{{repository}}"])
        {
            try
            {
                if (Directory.Exists(folder))
                    Console.WriteLine($"escaped: {string.Join(' ', Directory.GetFileSystemEntries(folder))}");
            }
            catch (UnauthorizedAccessException e)
            {
                Console.WriteLine(e.Message);
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
