using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>What each student has, drawn from records and rules alone: the same give the same gradebook.</summary>
/// <param name="Rows">A line for each student and hand-in, by student, the later ones last; and for each student of the roster without any.</param>
/// <param name="Exercises">The exercises that anybody handed in or had to, with the points that each gives.</param>
public sealed record Gradebook(IReadOnlyList<GradebookRow> Rows, IReadOnlyList<(string Id, decimal Max)> Exercises)
{
    /// <summary>Whether a policy made marks of points.</summary>
    public bool HasMarks { get; private init; }

    /// <summary>The points that could be reached in all exercises.</summary>
    public decimal Max => Exercises.Sum(e => e.Max);

    /// <summary>Draws it.</summary>
    /// <param name="records">The hand-ins.</param>
    /// <param name="rules">What decides marks.</param>
    /// <param name="demanded">The exercises that everybody had to hand in, with the points that each gives; none where nobody says.</param>
    public static Gradebook Of(IReadOnlyList<HandInRecord> records, ClassRules? rules = null, IReadOnlyList<(string Id, int Max)>? demanded = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        rules ??= ClassRules.None;
        var marks = rules.Policy is { } policy ? new MarkRules(policy) : null;
        var exercises = records.SelectMany(r => r.Exercises).Select(e => (e.Id, Max: e.MaxScore)).Concat(demanded ?? [])
            .GroupBy(e => e.Id)
            .Select(g => (g.Key, marks?.MaxOf(g.Key, g.Max(e => e.Max)) ?? g.Max(e => e.Max)))
            .OrderBy(e => e.Key, StringComparer.Ordinal);
        return new Gradebook([.. new RowMaking(rules, marks).Rows(records)], [.. exercises]) { HasMarks = marks is not null };
    }
}
