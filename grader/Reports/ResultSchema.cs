namespace ExerciseKit.Reports;

/// <summary>The JSON Schema (draft 2020-12) of the result.</summary>
public static class ResultSchema
{
    /// <summary>The version that is written where none is asked for.</summary>
    public const int Current = 2;

    /// <summary>The schema's text.</summary>
    /// <param name="version">The format's version: 1 or 2.</param>
    public static string Text(int version = Current)
    {
        var resource = $"exercisekit.result.{version}.schema.json";
        using var stream = typeof(ResultSchema).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded in {typeof(ResultSchema).Assembly.GetName().Name}; rebuild it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
