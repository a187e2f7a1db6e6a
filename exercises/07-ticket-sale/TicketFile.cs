using System.Text.Json;

/// <summary>The file with the number of tickets left, as JSON: <c>{"tickets": 3}</c>. Given; the grader uses its own copy.</summary>
public static class TicketFile
{
    /// <summary>The number of tickets that the file names.</summary>
    /// <exception cref="JsonException">The file is empty or holds no such JSON.</exception>
    public static int Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.GetProperty("tickets").GetInt32();
    }

    /// <summary>Replaces the file in one step: whoever reads meanwhile gets the old number or the new one, never half a file.</summary>
    /// <remarks>It makes a single write safe. It does not keep two buyers from reading the same number.</remarks>
    public static void Write(string path, int tickets)
    {
        // Beside the file under a name of this process's own, so that nobody else writes to it; then moved over the old one.
        var aside = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(aside, $$"""{"tickets": {{tickets}}}""");
        File.Move(aside, path, overwrite: true);
    }
}
