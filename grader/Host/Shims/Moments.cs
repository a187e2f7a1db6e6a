using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Host.Shims;

/// <summary>The last states that one call of a method has said.</summary>
public sealed class Moments
{
    private readonly Queue<Moment> last = new();

    internal Moments(int call, int began) => (Call, Began) = (call, began);

    /// <summary>The call's number.</summary>
    internal int Call { get; }

    /// <summary>How many operations had been asked for when it began.</summary>
    internal int Began { get; }

    /// <summary>Keeps a state, and finds an equal one.</summary>
    /// <returns>The first such; null where there is none.</returns>
    internal Moment? Find(Moment moment)
    {
        foreach (var before in last)
        {
            if (before.State == moment.State && before.Changes == moment.Changes)
                return before;
        }

        if (last.Count == Round.Longest)
            last.Dequeue();
        last.Enqueue(moment);
        return null;
    }
}

/// <summary>A state that was said.</summary>
/// <param name="State">Its digest.</param>
/// <param name="Asked">The operations that had been asked for.</param>
/// <param name="Changes">How much was changed so far.</param>
/// <param name="Given">How often something was printed, written or sent so far.</param>
/// <param name="Carried">The characters that the process has told and been told so far.</param>
internal sealed record Moment(string State, int Asked, long Changes, long Given, long Carried);
