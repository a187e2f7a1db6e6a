using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Multiprocessing;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Host.Shims;

/// <summary>Has a process say in which state it is, so that whoever explores it can tell when it is in one that it was in before.</summary>
/// <remarks>
/// A state is where the code stands in each call on the stack, their variables, and what is on the heap. The rewriter has each
/// statement, once after each operation, say the variables that what follows may depend on, and counts whatever may change the heap.
/// The calls below a statement's own stand still as long as that one lasts; so two moments of one call with equal variables are one
/// state where the heap was not changed in between. Of moments of two runs the same holds where the call began, the heap
/// was changed and the objects in the variables came to be known before the runs parted.
/// Not synchronized: an agent has one thread.
/// </remarks>
public static class Landmarks
{
    /// <summary>How many operations the process has asked for, while that is to be known; 0 otherwise. Woven code says nothing twice for one number.</summary>
#pragma warning disable CA2211 // Read at every statement.
    public static int Asked;
#pragma warning restore CA2211

    private static readonly StateDigest State = new();
    private static readonly List<Round> Rounds = [];
    private static readonly List<Landmark> Seen = [];
    private static bool isOn;
    private static int calls;
    private static long changes;
    private static int lastChange;
    private static int changedByAnswers;

    /// <summary>How many calls that may change the heap are under way, or were left by an exception.</summary>
    private static int open;

    private static long given;
    private static long carried;

    /// <summary>Where the process was found to be where it was before, in order.</summary>
    internal static IReadOnlyList<Round> Found => Rounds;

    /// <summary>The states that it said, one for each number of operations at most.</summary>
    internal static IReadOnlyList<Landmark> All => Seen;

    /// <summary>Begins a run.</summary>
    /// <param name="on">Whether its states are to be known.</param>
    internal static void Begin(bool on)
    {
        (isOn, Asked, calls, changes, lastChange, changedByAnswers, open, given, carried) = (on, 0, 0, 0, 0, 0, 0, 0, 0);
        State.Begin();
        Rounds.Clear();
        Seen.Clear();
    }

    /// <summary>The process has asked for an operation.</summary>
    internal static void Ask() => Asked += isOn ? 1 : 0;

    /// <summary>A method begins that says states.</summary>
    /// <returns>What is to be kept of this call, and of no other.</returns>
    public static Moments? EnterCall() => isOn ? new Moments(++calls, Asked) : null;

    /// <summary>Something on the heap may be changed. The rewriter puts this before whatever can.</summary>
    public static void Change()
    {
        changes++;
        lastChange = Asked;
    }

    /// <summary>A call begins that may change something on the heap, be it after an operation.</summary>
    public static void BeginChange()
    {
        open++;
        Change();
    }

    /// <summary>It has returned.</summary>
    public static void EndChange()
    {
        open--;
        Change();
    }

    /// <summary>A handler begins, or a <c>finally</c>. A call that an exception has left may have done half its work.</summary>
    public static void Unwind()
    {
        if (open > 0)
            Change();
    }

    /// <summary>The process has printed, written or sent something: a run may do so much of it, so that a round in which it does comes to an end.</summary>
    internal static void Give() => given++;

    /// <summary>The process has been told something, or told it.</summary>
    /// <param name="characters">How many characters that makes in this run.</param>
    internal static void Carry(long characters) => carried = characters + RunLimits.PrintedOfCarried;

    /// <summary>Says a variable.</summary>
    public static void Say<T>(T value) => State.Add(value, Asked);

    /// <summary>The same of a scope, which is no object and can't become one.</summary>
    public static void SayScope(LockScope value) => State.Add(Scopes.HeldBy(value), Asked);

    /// <summary>All variables at a statement are said.</summary>
    /// <param name="moments">What was kept of the call.</param>
    /// <param name="place">The statement, of all of the program's.</param>
    public static void Reach(Moments? moments, int place)
    {
        if (moments is null || AgentSession.Current is not { IsAborted: false } session)
        {
            State.Drop();
            return;
        }

        if (session.Changed > changedByAnswers)
        {
            changedByAnswers = session.Changed;
            Change();
        }

        var (state, knownFrom) = State.Take(place, moments.Call, session.Made, session.Site);
        if (moments.Find(new Moment(state, Asked, changes, given, carried)) is { } before)
            Rounds.Add(new Round(Asked, before.Asked, before.Given == given ? 0 : carried - before.Carried));
        var landmark = new Landmark(Asked, state, Math.Max(knownFrom, Math.Max(moments.Began, lastChange)));
        // Of several calls that say their states after one operation, the one that began first can be compared with most runs.
        if (Seen.Count == 0 || Seen[^1].At < Asked)
            Seen.Add(landmark);
        else if (landmark.Since < Seen[^1].Since)
            Seen[^1] = landmark;
    }
}
