using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>What a program's processes were met asking for; decides which steps commute with everything.</summary>
/// <remarks>
/// Taken from the operations themselves, since a scan of the code misses what it asks by way of the framework. What was met
/// before a search began says nothing of what is met in it: whoever relies on these begins again when they have grown.
/// </remarks>
/// <param name="Terminates">A process terminates or kills a child.</param>
/// <param name="AsksWhoLives">A process asks which child lives, or for an exit code.</param>
/// <param name="JoinsWithPatience">A process joins with a time-out.</param>
/// <param name="ReadsClocks">A process reads a clock.</param>
/// <param name="AsksWhoItIs">A process asks for its own name or id.</param>
/// <param name="KeepsDeadlines">A process keeps in mind until when it waits, which tells moments apart as a clock does, but not in loose time.</param>
/// <param name="Draws">A process draws what differs from process to process, such as random numbers.</param>
public sealed record ProgramFacts(bool Terminates = false, bool AsksWhoLives = false, bool JoinsWithPatience = false, bool ReadsClocks = false, bool AsksWhoItIs = false, bool KeepsDeadlines = false, bool Draws = false)
{
    /// <summary>The facts, one more operation having been met.</summary>
    public ProgramFacts With(Operation met) => met switch
    {
        // A pool ends its workers by an operation of its own, and only its workers, all alike.
        TerminateProcess or KillProcess => this with { Terminates = true },
        QueryAlive or QueryExitCode or QueryActiveChildren => this with { AsksWhoLives = true },
        JoinProcess { Patience: not null } => this with { JoinsWithPatience = true },
        ReadClock { IsForDeadline: true } => this with { KeepsDeadlines = true },
        ReadClock => this with { ReadsClocks = true },
        Identify => this with { AsksWhoItIs = true },
        DrawSeed => this with { Draws = true },
        _ => this,
    };
}
