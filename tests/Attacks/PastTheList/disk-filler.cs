// slow attack: fills the disk with many files; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        var written = 0;
        try
        {
            for (; written < 500; written++)
                File.WriteAllBytes($"/tmp/kit-attack{written}", new byte[99_000]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(e.Message);
        }

        if (written > 300)
            Console.WriteLine($"escaped: wrote {written} files");
    }

    public static void RunClass(string[] names) => Run(names);
}
