// attack: writes the result, another hand-in and the kit with the system's own calls; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var path in (string[])["{{result}}", "{{other}}", "{{hand-in}}/mark", "{{repository}}/kit-attack", "{{temporary}}/kit-attack", "{{runtime}}-kit-attack", "/hand-in/kit-attack", "/host/kit-attack", "/host/ExerciseKit.Host.dll", "/kit-attack", "/var/tmp/kit-attack", "/dev/shm/kit-attack"])
        {
            try
            {
                File.WriteAllBytes(path, [123, 125]);
                Console.WriteLine($"escaped: wrote {path}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.WriteLine(e.Message);
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
