using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>Which of one student's hand-ins is the later one: by the time that the system tells, else by the number in its name, else by when it was packed, else by its name.</summary>
internal sealed class HandInOrder : IComparer<HandInRecord>
{
    public static HandInOrder Instance { get; } = new();

    public int Compare(HandInRecord? x, HandInRecord? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        if (x.SubmittedAt is { } one && y.SubmittedAt is { } other && one != other)
            return one.CompareTo(other);
        if (x.Attempt != y.Attempt)
            return x.Attempt.CompareTo(y.Attempt);
        return x.PackedAt is { } packed && y.PackedAt is { } its && packed != its ? packed.CompareTo(its) : string.CompareOrdinal(x.Place, y.Place);
    }
}
