using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>A generator without a given seed draws it from the run, whoever makes it: <c>new T()</c>, a <c>Lazy</c> and a serializer do so too.</summary>
[StandsFor(typeof(Random), Wholly = true)]
public class RandomShim : Random
{
    private static readonly WeakReference<AgentSession?> SharedOwner = new(null);
    private static RandomShim? shared;

    public RandomShim()
        : base(DrawSeed())
    {
    }

    public RandomShim(int Seed)
        : base(Seed)
    {
    }

    /// <summary>One a session: a warm host must not carry a generator's state into the next run.</summary>
    public static new RandomShim Shared
    {
        get
        {
            if (shared is null || !SharedOwner.TryGetTarget(out var owner) || !ReferenceEquals(owner, Request.Session))
            {
                shared = new RandomShim();
                SharedOwner.SetTarget(Request.Session);
                Landmarks.Change();
            }

            return shared;
        }
    }

    private static int DrawSeed()
    {
        var seed = Request.Number(new DrawSeed());
        return (int)(seed ^ (seed >> 32));
    }
}
