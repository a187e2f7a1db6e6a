using System.Runtime.InteropServices;

namespace ExerciseKit.Exploration.States;

/// <summary>A pure function of states, asked once for each distinct situation: what it reads of a state decides what it comes to.</summary>
/// <remarks>
/// A tree: at each branch the place that the function reads next, which depends only on what it has read before; at the leaves what it came to.
/// Most rules look at one agent and one object, so that a few situations stand for a great many states.
/// </remarks>
/// <param name="store">What the states are made of.</param>
/// <param name="ask">The function, of a state and a number below <paramref name="starts"/> times the agents of its shape.</param>
/// <param name="starts">How many questions there are about each agent.</param>
internal sealed class Situations<T>(StateStore store, Func<WatchedState, int, T> ask, int starts = 1)
{
    private readonly List<Branch?[]?> shapes = [];

    /// <summary>How many situations were met.</summary>
    public int Count { get; private set; }

    /// <summary>What the function comes to in a state.</summary>
    /// <param name="shape">The state's shape.</param>
    /// <param name="parts">The state.</param>
    /// <param name="start">Which question.</param>
    public T Of(Shape shape, ReadOnlySpan<int> parts, int start)
    {
        var branch = BranchesOf(shape)[start];
        while (branch is not null)
        {
            if (branch.Place < 0)
                return branch.Leaf!;
            branch = branch.Ways!.GetValueOrDefault(parts[branch.Place]);
        }

        return Ask(shape, parts, start);
    }

    private T Ask(Shape shape, ReadOnlySpan<int> parts, int start)
    {
        var watched = new WatchedState(store, shape, parts.ToArray());
        var found = ask(watched, start);
        Count++;
        ref var branch = ref BranchesOf(shape)[start];
        foreach (var place in watched.Places)
        {
            branch ??= new Branch(place);
            if (branch.Place != place)
                throw new InvalidOperationException($"A rule read place {place} where it had read {branch.Place} in the same situation before: it is not a function of what it reads.");
            branch = ref CollectionsMarshal.GetValueRefOrAddDefault(branch.Ways!, parts[place], out _)!;
        }

        branch = new Branch(found);
        return found;
    }

    private Branch?[] BranchesOf(Shape shape)
    {
        while (shapes.Count <= shape.Id)
            shapes.Add(null);
        return shapes[shape.Id] ??= new Branch?[shape.Agents.Length * starts];
    }

    private sealed class Branch
    {
        public Branch(int place) => (Place, Ways) = (place, []);

        public Branch(T leaf) => (Place, Leaf) = (-1, leaf);

        /// <summary>What is read next; negative at a leaf.</summary>
        public int Place { get; }

        /// <summary>How it goes on, by what stands there.</summary>
        public Dictionary<int, Branch?>? Ways { get; }

        public T? Leaf { get; }
    }
}
