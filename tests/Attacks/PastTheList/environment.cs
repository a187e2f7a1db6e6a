// attack: reads the grader's environment, and the sandbox's; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine(Environment.GetEnvironmentVariable("KIT_ATTACK_SECRET"));
        foreach (System.Collections.DictionaryEntry pair in Environment.GetEnvironmentVariables())
            Console.WriteLine($"{pair.Key}={pair.Value}");
        foreach (var process in (int[])[1, {{grader}}])
            Read(process);
    }

    private static void Read(int process)
    {
        try
        {
            var environment = System.Text.Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/environ"));
            foreach (var variable in environment.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!variable.StartsWith("TMPDIR=") && !variable.StartsWith("LD_LIBRARY_PATH="))
                    Console.WriteLine($"escaped: {variable}");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(e.Message);
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
