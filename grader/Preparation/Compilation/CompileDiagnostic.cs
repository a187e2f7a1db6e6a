using ExerciseKit.Contract;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>A compiler's error or warning, or one of the grader's own (<see cref="SourceRules"/>).</summary>
/// <param name="Id">Such as <c>CS0103</c>.</param>
/// <param name="IsError">False for a warning.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Site">Where; unknown for what concerns no place.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
internal sealed record CompileDiagnostic(string Id, bool IsError, string Message, CallSite Site, int Column)
{
    /// <summary>The message in Chinese, where it is the grader's own; null for a compiler's, which is told as it is.</summary>
    public string? MessageZh { get; init; }

    /// <summary>As <c>dotnet build</c> prints it.</summary>
    public override string ToString() => Line(Message);

    /// <summary>The same in each language.</summary>
    public LocalizedText Describe() => (Line(Message), Line(MessageZh ?? Message));

    private string Line(string message)
    {
        var place = Site.IsKnown ? $"{Site.File}({Site.Line},{Column}): " : "";
        return $"{place}{(IsError ? "error" : "warning")} {Id}: {message}";
    }
}
