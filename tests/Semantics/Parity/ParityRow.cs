namespace ExerciseKit.Tests.Semantics.Parity;

/// <summary>One measured meaning, three ways.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="Live">What came of it by hand.</param>
/// <param name="Graded">All that can come of it in a grading, in any order of the processes.</param>
/// <param name="Python">What came of it in CPython.</param>
/// <param name="Documented">Why it differs, and where that is said; null where it should not.</param>
internal sealed record ParityRow(string Label, string Live, IReadOnlyCollection<string> Graded, string Python, string? Documented)
{
    /// <summary>By hand and in CPython one thing came, of those that can come in a grading; where only one can, it is the same.</summary>
    public bool IsSame => Live.Length > 0 && Graded.Contains(Live) && Graded.Contains(Python);

    public string Verdict => IsSame ? "same" : Documented is { } reason ? $"differs: {reason}" : "differs, undocumented";
}
