namespace ExerciseKit.Playing;

/// <summary>The JSON Schema (draft 2020-12) of what <c>kit play --json</c> reads and writes, a line each.</summary>
public static class PlaySchema
{
    private const string Resource = "exercisekit.play.1.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        using var stream = typeof(PlaySchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in {typeof(PlaySchema).Assembly.GetName().Name}; rebuild it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
