namespace ExerciseKit.Exploration.Search;

/// <summary>What a program can do at all, from a scan of its code; decides which steps commute with everything.</summary>
/// <remarks>From the code and not from what was learnt so far: conditions taken from the latter were measured to be unsound.</remarks>
/// <param name="Terminates">It can terminate or kill a child.</param>
/// <param name="AsksWhoLives">It can ask IsAlive, ExitCode or ActiveChildren.</param>
/// <param name="JoinsWithPatience">It can join with a time-out.</param>
/// <param name="ReadsClocks">It can read a clock.</param>
/// <param name="AsksWhoItIs">A process can ask for its own name or id, or draw what differs from process to process, such as random numbers.</param>
/// <param name="ResetsEvents">It can reset an event.</param>
public sealed record ProgramFacts(bool Terminates, bool AsksWhoLives, bool JoinsWithPatience, bool ReadsClocks, bool AsksWhoItIs, bool ResetsEvents = true)
{
    /// <summary>Nothing is ruled out: always sound, and slowest.</summary>
    public static ProgramFacts Unknown { get; } = new(true, true, true, true, true);
}
