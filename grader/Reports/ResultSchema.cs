namespace ExerciseKit.Reports;

/// <summary>The JSON Schema (draft 2020-12) of the result.</summary>
public static class ResultSchema
{
    private const string Resource = "exercisekit.result.1.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        using var stream = typeof(ResultSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in {typeof(ResultSchema).Assembly.GetName().Name}; rebuild it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
