using System.Globalization;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>The ids that a process has in the process namespaces around it.</summary>
internal static class ProcessNamespaces
{
    private const string Field = "NSpid:";

    /// <summary>The id that the process itself knows; 0 when it has gone.</summary>
    public static int InnermostId(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.AsSpan(line.LastIndexOf('\t') + 1), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
