namespace ExerciseKit.Preparation.Compilation;

/// <summary>A source file's bytes, which are valid UTF-8.</summary>
/// <param name="Name">Relative to the exercise's folder, with forward slashes.</param>
/// <param name="Bytes">Nobody changes them.</param>
public sealed record SourceFile(string Name, byte[] Bytes);
