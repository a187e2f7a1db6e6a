using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Processes of one method that do the same but for what they print, <c>Buy("ann")</c> and <c>Buy("bob")</c>, and for their ids in the names of files.</summary>
/// <remarks>
/// Nothing is taken for granted. Wherever one of them has come to, all the others are run there too, told the same results, but for who they
/// are, and must ask for the same; what each prints in place of the others is noted. So the histories of one are those of the other, told with
/// other texts.
/// </remarks>
/// <param name="common">The one that the others are held against.</param>
/// <param name="tellsApart">Whether somebody who looks at what is done takes two operations for different things; notes what he takes from each otherwise.</param>
internal sealed partial class Namesakes(Kin common, Func<Operation, Operation, Action<string, string>, bool> tellsApart)
{
    /// <summary>In place of a process's own id.</summary>
    private const string Own = "#";

    private readonly BehaviourLibrary library = common.Tree.Library;
    private readonly Dictionary<Kin, Namesake> namesakes = new() { [common] = new() };
    private readonly HashSet<(BehaviourNode History, Kin One, Kin Other)> alike = [];
    private (int Merges, int Paths) seen;

    /// <summary>Whether these are alike as far as it is known by now, and go on so from this history of one of them.</summary>
    /// <param name="one">The one.</param>
    /// <param name="history">Its history; null where it has ended.</param>
    /// <param name="all">All of them.</param>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public bool AreAlike(Kin one, BehaviourNode? history, IReadOnlyList<Kin> all)
    {
        foreach (var other in all)
        {
            if (namesakes.TryAdd(other, new()))
                seen = default;
        }

        return (history is null || all.All(other => AreAlike(one, history, other))) && ComeToOneAlike(all) && AreOwnFiles();
    }

    /// <summary>Whether it is one of them.</summary>
    public bool Holds(Kin one) => namesakes.ContainsKey(one);

    /// <summary>The history of another of them that is this one, told with its texts.</summary>
    public BehaviourNode In(Kin one, BehaviourNode history, Kin other)
    {
        if (one == other)
            return history;
        var known = namesakes[other].Histories;
        var way = new Stack<BehaviourNode>();
        var at = history;
        BehaviourNode? found;
        while (!known.TryGetValue((one, at), out found))
        {
            if (at.Before is not { } before)
            {
                found = known[(one, at)] = other.Tree.Root;
                break;
            }

            way.Push(at);
            at = before;
        }

        while (way.TryPop(out var next))
            known[(one, next)] = found = library.After(found, Told(next.Result!, one, other));
        return found;
    }

    /// <summary>The history by which all that are alike are told by one.</summary>
    public BehaviourNode Common(Kin one, BehaviourNode history) => In(one, history, common);

    /// <summary>What another of them prints where one prints this, or what is taken from it; null where that was never met.</summary>
    public string? TextOf(Kin one, Kin other, string text) => CommonText(one, text) is { } told ? namesakes[other].Texts.GetValueOrDefault(told) : null;

    /// <summary>What all of them print in place of this, by one text; null where it was never met.</summary>
    public string? CommonText(Kin one, string text) => namesakes[one].Common.GetValueOrDefault(text);

    private static Outcome Told(Outcome result, Kin one, Kin other) =>
        result is ProcessIdentity who && who.Id == one.Id ? who with { Id = other.Id, Name = other.ProcessName } : result;

    private bool AreAlike(Kin one, BehaviourNode history, Kin other)
    {
        for (var at = history; at is not null && alike.Add((at, one, other)); at = at.Before)
        {
            var told = Common(one, at);
            if (!AskAlike(one, at, told) || !AskAlike(other, In(one, at, other), told))
                return false;
        }

        return true;
    }

    /// <summary>Whether what two histories come to one in is the same for all.</summary>
    private bool ComeToOneAlike(IReadOnlyList<Kin> all)
    {
        for (; seen.Merges < library.Merges.Count; seen.Merges++)
        {
            var (from, result, to) = library.Merges[seen.Merges];
            foreach (var one in namesakes.Keys.Where(k => k.Tree == from.Tree && IsOf(k, from)).ToList())
            {
                if (!all.All(other => AreAlike(one, from, other) && library.After(In(one, from, other), Told(result, one, other)) == In(one, to, other)))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether a history of those who were given the same may be one's own: nobody was told that it is another.</summary>
    private bool IsOf(Kin one, BehaviourNode history)
    {
        for (var at = history; at is not null; at = at.Before)
        {
            if (at.Result is ProcessIdentity who && who.Id != one.Id && namesakes.Keys.Any(k => k.Id == who.Id))
                return false;
        }

        return true;
    }

    /// <summary>Whether nobody else asks for a file with the id of one of them in its name.</summary>
    private bool AreOwnFiles()
    {
        for (; seen.Paths < library.Paths.Count; seen.Paths++)
        {
            var (target, path) = library.Paths[seen.Paths];
            if (target != common.Tree.Target && Speaks(path))
                return false;
        }

        return true;
    }

    private bool AskAlike(Kin one, BehaviourNode history, BehaviourNode told)
    {
        var (asked, commonly) = (library.Ask(history), library.Ask(told));
        if (asked.Site != commonly.Site)
            return false;
        var (operation, other) = (asked.Operation, commonly.Operation);
        return (operation, other) switch
        {
            (WriteConsole said, WriteConsole usual) => AreOfOneForm(said, usual) && !tellsApart(said, usual, namesakes[one].Note) && namesakes[one].IsSettled,
            (FileOperation file, FileOperation usual) => AreOfOneName(file, one, usual) && !tellsApart(file, usual, namesakes[one].Note),
            _ => operation == other,
        };
    }

    // A line that is printed in pieces is told by none of them.
    private static bool AreOfOneForm(WriteConsole one, WriteConsole other) =>
        one == other
        || (one.Stream == other.Stream && one.Text.EndsWith('\n') && other.Text.EndsWith('\n') && one.Text.Count(c => c == '\n') == other.Text.Count(c => c == '\n'));

    private bool AreOfOneName(FileOperation file, Kin one, FileOperation usual)
    {
        var neutral = Neutral(file, one);
        return neutral == Neutral(usual, common) && !neutral.Paths.Any(Speaks);
    }

    private static FileOperation Neutral(FileOperation file, Kin one)
    {
        var id = one.Id.ToString(CultureInfo.InvariantCulture);
        return file.MapPaths(path => Digits().Replace(path, number => number.Value == id ? Own : number.Value));
    }

    /// <summary>Whether a path has the id of one of them in it.</summary>
    private bool Speaks(string path) => common.Id != 0 && NumbersIn(path).Any(number => namesakes.Keys.Any(k => k.Id == number));

    /// <summary>The numbers in a text that may be an id.</summary>
    public static IEnumerable<int> NumbersIn(string text)
    {
        foreach (var number in Digits().Matches(text).Select(m => m.Value))
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                yield return id;
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    /// <summary>What is known of one of them.</summary>
    private sealed class Namesake
    {
        /// <summary>Its histories, by those of another.</summary>
        public Dictionary<(Kin Other, BehaviourNode History), BehaviourNode> Histories { get; } = [];

        /// <summary>The common text, by its own.</summary>
        public Dictionary<string, string> Common { get; } = [];

        /// <summary>Its own text, by the common one.</summary>
        public Dictionary<string, string> Texts { get; } = [];

        /// <summary>Whether each of its texts stands for one common text, and each common text for one of its own.</summary>
        public bool IsSettled { get; private set; } = true;

        public void Note(string own, string told) =>
            IsSettled &= (Common.TryAdd(own, told) || Common[own] == told) && (Texts.TryAdd(told, own) || Texts[told] == own);
    }
}
