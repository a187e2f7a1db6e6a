namespace ExerciseKit.Classes.Policy;

/// <summary>The JSON Schema (draft 2020-12) of <c>course.json</c>.</summary>
public static class CourseSchema
{
    private const string Resource = "exercisekit.course.1.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        using var stream = typeof(CourseSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in {typeof(CourseSchema).Assembly.GetName().Name}; rebuild it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
