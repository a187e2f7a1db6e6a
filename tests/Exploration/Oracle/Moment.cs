using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>The model's world, and how far each claim's count has come.</summary>
internal sealed class Moment
{
    private readonly ProgramCase program;
    private readonly IReadOnlyList<Claim> claims;
    private readonly object[] values;

    private Moment(ProgramCase program, IReadOnlyList<Claim> claims, World world, object[] values)
    {
        (this.program, this.claims, World, this.values) = (program, claims, world, values);
        Key = $"{world.Key}\n{string.Join('|', values)}";
    }

    public World World { get; }

    /// <summary>Equal for moments with equal futures and equal pasts as far as the claims look.</summary>
    public string Key { get; }

    public static Moment AtBeginning(ProgramCase program, IReadOnlyList<Claim> claims, Tier tier) =>
        new(program, claims, World.AtBeginning(program.Program, tier), [.. claims.Select(c => c.Start)]);

    /// <summary>What is wrong with this moment, whatever led to it.</summary>
    public IEnumerable<string> Wrongs
    {
        get
        {
            if (World.Actors[World.Root].IsAlive)
                return (World.Turns.Count == 0 ? [Wrong.Deadlock] : Enumerable.Empty<string>()).Concat(Broken((claim, _) => claim.IsBrokenIn(World)));
            return World.Living.Any() ? [Wrong.Leak] : Broken((claim, value) => claim.IsBrokenAtEnd(value, World));
        }
    }

    /// <summary>The claims for which it is enough that some schedule comes to a moment like this.</summary>
    public IEnumerable<Claim> Reached => claims.Where((claim, i) => claim.IsReachedBy(values[i]));

    /// <summary>The moment after a turn, what went wrong in the turn, and what it was enough for to come by on the way.</summary>
    public (Moment Next, HashSet<string> Wrongs, HashSet<Claim> Reached) After(Turn turn)
    {
        var world = World.After(turn);
        var next = (object[])values.Clone();
        var wrongs = new HashSet<string>();
        var reached = new HashSet<Claim>();
        foreach (var happening in Happening.Between(World, turn, world))
        {
            for (var i = 0; i < claims.Count; i++)
            {
                next[i] = claims[i].After(next[i], happening);
                if (claims[i].IsBrokenBy(next[i]))
                    wrongs.Add(Wrong.Claim(i));
                if (claims[i].IsReachedBy(next[i]))
                    reached.Add(claims[i]);
            }

            if (happening is { Kind: HappeningKind.Left, Step: Throw } && !program.ExpectsCrashes)
                wrongs.Add(Wrong.Crash);
            if (happening is { Kind: HappeningKind.Did, Step: Start } && world.Actors[happening.Process].Cursor.Last.Kind == ResultKind.TooManyProcesses)
                wrongs.Add(Wrong.Limit);
        }

        var moment = new Moment(program, claims, world, next);
        wrongs.UnionWith(moment.Wrongs);
        return (moment, wrongs, reached);
    }

    private IEnumerable<string> Broken(Func<Claim, object, bool> isBroken) =>
        Enumerable.Range(0, claims.Count).Where(i => isBroken(claims[i], values[i])).Select(Wrong.Claim);
}
