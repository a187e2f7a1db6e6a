using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Wire;

/// <summary>One frame between a driver and a host. No frame names an agent: the connection does.</summary>
public abstract record Message;

/// <summary>Host to driver, first of all.</summary>
/// <param name="Version">The host's <see cref="Protocol.Version"/>.</param>
/// <param name="ProcessId">The host's process id.</param>
public sealed record Hello(int Version, int ProcessId) : Message;

/// <summary>Driver to host: be this agent.</summary>
/// <param name="Run">The run's number; it comes back in every message of that run, so that a stale one is told.</param>
/// <param name="Assembly">The path of the assembly to load.</param>
/// <param name="Target">The method to call.</param>
/// <param name="Arguments">A JSON array, one element an argument.</param>
/// <param name="Recorded">The outcomes of the agent's first operations, which the host gives without asking.</param>
/// <param name="RunAhead">How many operations the host may run ahead through when each can have but one outcome; null: ask for each one.</param>
/// <param name="LoopBudget">How many backward branches may be taken between two operations; 0 for no budget.</param>
/// <param name="FreshStatics">Whether the assembly's statics may have changed in an earlier run, so that it must be loaded anew.</param>
public sealed record RunAgent(
    int Run,
    string Assembly,
    Target Target,
    Payload Arguments,
    EquatableArray<Outcome> Recorded,
    int? RunAhead,
    long LoopBudget,
    bool FreshStatics) : Message
{
    /// <summary>What the host gives after the record, instead of running ahead; null for nothing.</summary>
    public Repetition? Repeated { get; init; }
}

/// <summary>Host to driver, the first word of a run: the program is loaded, and its code runs from here on. Whatever comes later may be that code's word.</summary>
public sealed record Begun(int Run) : Message;

/// <summary>Host to driver: the agent asks for an operation, and waits.</summary>
public sealed record Ask(int Run, Operation Operation, CallSite Site) : Message;

/// <summary>Driver to host: the answer to the last <see cref="Ask"/>.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Outcome">The answer; null ends the run: the host stops the agent without letting it notice.</param>
public sealed record Answer(int Run, Outcome? Outcome) : Message;

/// <summary>Host to driver: how far a run with <see cref="RunAgent.RunAhead"/> has come. It waits there for <see cref="Resume"/>, or for another run, which ends it.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Operations">Every operation that was not told yet, the recorded ones first; the last is the one that it waits in, or its end.</param>
/// <param name="Rounds">Where the process was found to be in a state that it was in before, in order; what was not told yet.</param>
/// <param name="Landmarks">The states that it was in, as far as they can be told, in order; what was not told yet.</param>
/// <param name="Repeated">How many operations of <see cref="RunAgent.Repeated"/> it asked for as expected; they are not among <paramref name="Operations"/>.</param>
public sealed record Learned(int Run, EquatableArray<AskedOperation> Operations, EquatableArray<Round> Rounds, EquatableArray<Landmark> Landmarks, int Repeated) : Message;

/// <summary>Driver to host, which waits after <see cref="Learned"/>: the record goes on. There is no such word for a run that has come to its end.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Recorded">The outcomes of the operation that it waits in and of those that follow, at least one.</param>
public sealed record Resume(int Run, EquatableArray<Outcome> Recorded) : Message;

/// <summary>A process that is where it was before: what it does from here on, it does as it did from there.</summary>
/// <param name="At">How many operations it had asked for when it was there again.</param>
/// <param name="From">How many it had asked for the first time; fewer.</param>
/// <param name="Carries">How many of the characters that a run may carry it uses up in between, where it prints, writes or sends something, what it prints on that scale included; 0 where it does not.</param>
public sealed record Round(int At, int From, long Carries)
{
    /// <summary>The most operations that a round has which is noticed.</summary>
    public const int Longest = 64;
}

/// <summary>A state of a process.</summary>
/// <param name="At">How many operations it had asked for.</param>
/// <param name="State">The state, in a text that no other state has.</param>
/// <param name="Since">How many it had asked for when what the text says nothing of was last changed: of another run that had not parted by then, the text tells the same state.</param>
public sealed record Landmark(int At, string State, int Since);

/// <summary>What a process is told after the record: its last results again and again, as long as it asks again for the same.</summary>
/// <param name="Length">How many of the last results make a round; at least 1.</param>
/// <param name="Operations">After how many operations it is ended.</param>
public sealed record Repetition(int Length, int Operations);

/// <summary>An operation and where it was asked for.</summary>
public sealed record AskedOperation(Operation Operation, CallSite Site);

/// <summary>Host to driver in place of <see cref="Begun"/>: the program could not be loaded; the grader's fault, not the student's.</summary>
public sealed record HostFault(int Run, string Reason) : Message;
