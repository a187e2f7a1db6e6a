using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>A generator without a given seed draws it from the run.</summary>
[StandsFor(typeof(Random))]
public static class RandomShim
{
    private static readonly WeakReference<AgentSession?> SharedOwner = new(null);
    private static Random? shared;

    /// <summary>One a session: a warm host must not carry a generator's state into the next run.</summary>
    public static Random Shared
    {
        get
        {
            if (shared is null || !SharedOwner.TryGetTarget(out var owner) || !ReferenceEquals(owner, Request.Session))
            {
                shared = New();
                SharedOwner.SetTarget(Request.Session);
                Landmarks.Change();
            }

            return shared;
        }
    }

    public static Random New()
    {
        var seed = Request.Number(new DrawSeed());
        return new Random((int)(seed ^ (seed >> 32)));
    }
}
