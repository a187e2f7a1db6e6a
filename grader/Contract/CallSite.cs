using System.Text.Json.Serialization;

namespace ExerciseKit.Contract;

/// <summary>The place in the student's source that asked for an operation.</summary>
/// <param name="File">The file's name as the compiler was given it, relative to the exercise's folder; empty when unknown.</param>
/// <param name="Line">The line, from 1; 0 when unknown.</param>
/// <remarks>Sites are equal where file and line are: who called is said beside.</remarks>
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

    /// <summary>The place that called the method in which this one stands; null where no call is known, as in a method that a process begins with.</summary>
    /// <remarks>Of a method that calls itself it is the last call.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Caller? Caller { get; init; }

    public bool Equals(CallSite other) => Line == other.Line && File == other.File;

    public override int GetHashCode() => HashCode.Combine(File, Line);

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

/// <summary>The place in the student's source that called a method.</summary>
/// <param name="File">The file's name, as <see cref="CallSite.File"/>.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record Caller(string File, int Line);
