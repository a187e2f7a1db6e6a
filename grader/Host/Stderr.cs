namespace ExerciseKit.Host;

/// <summary>What the host says for itself.</summary>
internal static class Stderr
{
#pragma warning disable RS0030 // The host stands in for a student's process, whose faults go to the terminal.
    public static void WriteLine(string line) => Console.Error.WriteLine(line);
#pragma warning restore RS0030
}
