using System.Text.Json.Serialization;

namespace ExerciseKit.Contract;

/// <summary>The place in the student's source that asked for an operation.</summary>
/// <param name="File">The file's name as the compiler was given it, relative to the exercise's folder; empty when unknown.</param>
/// <param name="Line">The line, from 1; 0 when unknown.</param>
public readonly record struct CallSite(string File, int Line)
{
    // Null where there is none, so that the struct's default is the unknown place too.
    private readonly string? file = string.IsNullOrEmpty(File) ? null : File;

    [JsonPropertyOrder(-1)]
    public string File
    {
        get => file ?? "";
        init => file = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>A place in a file that a compiler or its symbols name in any system's way: a full path is told by its last name, and slashes lean forward.</summary>
    public static CallSite In(string path, int line)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = path.Replace('\\', '/');
        var isRooted = file.StartsWith('/') || (file.Length > 1 && file[1] == ':');
        return new CallSite(isRooted ? file[(file.LastIndexOf('/') + 1)..] : file, line);
    }

    /// <summary>A place that could not be told, as in code without symbols.</summary>
    public static CallSite Unknown { get; } = new("", 0);

    [JsonIgnore]
    public bool IsKnown => Line > 0;

    public override string ToString() => IsKnown ? $"{File}:{Line}" : "(unknown place)";
}
