using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Processes of one method with other arguments that do the same but for what they print: <c>Buy("ann")</c> and <c>Buy("bob")</c>.</summary>
/// <remarks>
/// Nothing is taken for granted. Wherever one of them has come to, all the others are run there too, told the same results, and must ask for
/// the same; what each prints in place of the others is noted. So the histories of one are those of the other, told with other texts.
/// </remarks>
/// <param name="tree">The one that the others are held against.</param>
/// <param name="tellsApart">Whether somebody who looks at what is printed takes two texts for different things; notes what he takes from each otherwise.</param>
internal sealed class Namesakes(BehaviourTree tree, Func<WriteConsole, WriteConsole, Action<string, string>, bool> tellsApart)
{
    private readonly BehaviourLibrary library = tree.Library;
    private readonly Dictionary<BehaviourTree, Namesake> namesakes = new() { [tree] = new() };
    private readonly HashSet<(BehaviourNode History, BehaviourTree Tree)> alike = [];
    private int mergesSeen;

    /// <summary>Whether these are alike as far as it is known by now, and go on so from this history of one of them.</summary>
    /// <param name="history">A history of one of them; null where it has ended.</param>
    /// <param name="trees">All of them.</param>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public bool AreAlike(BehaviourNode? history, IReadOnlyList<BehaviourTree> trees)
    {
        foreach (var other in trees)
        {
            if (namesakes.TryAdd(other, new()))
                mergesSeen = 0;
        }

        if (history is not null && !trees.All(other => AreAlike(history, other)))
            return false;
        // Which history two come to one in must be the same, too.
        for (; mergesSeen < library.Merges.Count; mergesSeen++)
        {
            var (from, result, to) = library.Merges[mergesSeen];
            if (namesakes.ContainsKey(from.Tree) && !trees.All(other => AreAlike(from, other) && library.After(In(from, other), result) == In(to, other)))
                return false;
        }

        return true;
    }

    /// <summary>The history of another of them that is this one, told with its texts.</summary>
    public BehaviourNode In(BehaviourNode history, BehaviourTree other)
    {
        if (history.Tree == other)
            return history;
        var known = namesakes[other].Histories;
        var way = new Stack<BehaviourNode>();
        var at = history;
        BehaviourNode? found;
        while (!known.TryGetValue(at, out found))
        {
            if (at.Before is not { } before)
            {
                found = known[at] = other.Root;
                break;
            }

            way.Push(at);
            at = before;
        }

        while (way.TryPop(out var next))
            known[next] = found = library.After(found, next.Result!);
        return found;
    }

    /// <summary>Whether it is one of them.</summary>
    public bool Holds(BehaviourTree one) => namesakes.ContainsKey(one);

    /// <summary>The history by which all that are alike are told by one.</summary>
    public BehaviourNode Common(BehaviourNode history) => In(history, tree);

    /// <summary>What another of them prints where one prints this, or what is taken from it; null where that was never met.</summary>
    public string? TextOf(BehaviourTree one, BehaviourTree other, string text) =>
        CommonText(one, text) is { } common ? namesakes[other].Own.GetValueOrDefault(common) : null;

    /// <summary>What all of them print in place of this, by one text; null where it was never met.</summary>
    public string? CommonText(BehaviourTree one, string text) => namesakes[one].Common.GetValueOrDefault(text);

    private bool AreAlike(BehaviourNode history, BehaviourTree other)
    {
        for (var at = history; at is not null && alike.Add((at, other)); at = at.Before)
        {
            var common = Common(at);
            if (!AskAlike(at, common, namesakes[at.Tree]) || !AskAlike(In(at, other), common, namesakes[other]))
                return false;
        }

        return true;
    }

    private bool AskAlike(BehaviourNode history, BehaviourNode common, Namesake namesake)
    {
        var (one, other) = (library.Ask(history), library.Ask(common));
        if (one.Operation is WriteConsole said && other.Operation is WriteConsole commonly)
            return one.Site == other.Site && AreOfOneForm(said, commonly) && !tellsApart(said, commonly, namesake.Note) && namesake.IsSettled;
        return one == other;
    }

    // A line that is printed in pieces is told by none of them.
    private static bool AreOfOneForm(WriteConsole one, WriteConsole other) =>
        one == other
        || (one.Stream == other.Stream && one.Text.EndsWith('\n') && other.Text.EndsWith('\n') && one.Text.Count(c => c == '\n') == other.Text.Count(c => c == '\n'));

    /// <summary>What is known of one of them.</summary>
    private sealed class Namesake
    {
        /// <summary>Its histories, by those of another.</summary>
        public Dictionary<BehaviourNode, BehaviourNode> Histories { get; } = [];

        /// <summary>The common text, by its own.</summary>
        public Dictionary<string, string> Common { get; } = [];

        /// <summary>Its own text, by the common one.</summary>
        public Dictionary<string, string> Own { get; } = [];

        /// <summary>Whether each of its texts stands for one common text, and each common text for one of its own.</summary>
        public bool IsSettled { get; private set; } = true;

        public void Note(string own, string common) =>
            IsSettled &= (Common.TryAdd(own, common) || Common[own] == common) && (Own.TryAdd(common, own) || Own[common] == own);
    }
}
