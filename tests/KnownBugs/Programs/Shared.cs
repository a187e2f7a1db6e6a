using ExerciseKit.Multiprocessing;

/// <summary>What the programs share: numbers in files, and a crew of processes.</summary>
public static class Shared
{
    /// <summary>Reads a shared number: one step.</summary>
    public static int Read(string name) => int.Parse(File.ReadAllText(name));

    /// <summary>Replaces a shared number: whoever reads meanwhile gets the old one or the new one.</summary>
    public static void Write(string name, int value)
    {
        var aside = $"{name}.{Environment.ProcessId}";
        File.WriteAllText(aside, $"{value}");
        File.Move(aside, name, overwrite: true);
    }

    /// <summary>A read and a write: two steps, between which others may come.</summary>
    public static void Add(string name, int value) => Write(name, Read(name) + value);

    /// <summary>Starts all, then waits for all.</summary>
    public static void RunAll(params IEnumerable<ChildProcess> crew)
    {
        var all = crew.ToList();
        foreach (var process in all)
            process.Start();
        foreach (var process in all)
            process.Join();
    }
}
