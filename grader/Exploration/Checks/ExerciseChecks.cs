namespace ExerciseKit.Exploration.Checks;

/// <summary>The checks of one exercise; each exercise derives one class from this, in its <c>checks/</c> folder.</summary>
/// <param name="exercise">The exercise's id.</param>
public abstract class ExerciseChecks(string exercise)
{
    /// <summary>The exercise's id, such as <c>07-ticket-sale</c>.</summary>
    public string Exercise { get; } = exercise;

    /// <summary>The checks, in the order in which results show them; their points add up to 10.</summary>
    /// <param name="draw">Gives the members of what varies.</param>
    public abstract IReadOnlyList<Check> Checks(Draw draw);

    /// <summary>The setting for a run in real time, larger than those that are proved; null for none.</summary>
    public virtual LiveRun? Live => null;
}
