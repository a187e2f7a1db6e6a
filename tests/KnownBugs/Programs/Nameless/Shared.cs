using ExerciseKit.Multiprocessing;

/// <summary>What the programs share: numbers in files, and a crew of processes. Nobody needs a name of his own.</summary>
public static class Shared
{
    /// <summary>Reads a shared number: one step.</summary>
    public static int Read(string name) => int.Parse(File.ReadAllText(name).Split(' ')[^1]);

    /// <summary>Replaces a shared number: one step, for the last number in the file is the one that counts.</summary>
    public static void Write(string name, int value) => File.AppendAllText(name, $" {value}");

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
