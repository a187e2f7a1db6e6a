using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.States;

namespace ExerciseKit.Exploration.Search;

/// <summary>Whether the properties say the same of whatever those may have said that are interchangeable: then one of these sayings may stand for all.</summary>
/// <remarks>A property is any code of an author's: it is not asked whether it makes a difference between ann and bob, it is tried with each.</remarks>
internal sealed class Orbits(Observed observed, Kinship kinship, IReadOnlyList<Property> properties, Lessons lessons)
{
    /// <summary>More than so many sayings that differ in who has said what are too many to be tried.</summary>
    private const int MaxSayings = 5_000;

    private readonly int[] said = [.. Enumerable.Range(0, properties.Count).Where(i => properties[i].Observer.Saying is not null)];
    private readonly HashSet<SearchState> met = [];
    private readonly List<(Member One, Member Other)> pairs = [];
    private readonly int[] judged = new int[properties.Count];

    /// <summary>How many groups were met.</summary>
    public int Groups => met.Count;

    /// <summary>Notes who is interchangeable.</summary>
    public void Meet(Shape shape, int[] parts, int[] siblings)
    {
        if (said.Length == 0 || !met.Add(new SearchState(shape, [.. siblings, .. siblings.Select(place => kinship.KindOf(parts[place])), .. siblings.Select(place => kinship.Of(parts[place]).Tree.Root.Id)])))
            return;
        foreach (var kin in siblings.GroupBy(place => kinship.KindOf(parts[place])))
        {
            var members = kin.Select(place => new Member(shape.Agents[place], parts[place])).ToList();
            pairs.AddRange(members.Zip(members.Skip(1)));
        }

        Array.Clear(judged);
    }

    /// <summary>Holds the properties to all that their observers have seen so far.</summary>
    public void JudgeWhatWasMet()
    {
        if (pairs.Count == 0)
            return;
        foreach (var i in said)
        {
            for (; judged[i] < observed.Met(i).Count; judged[i]++)
            {
                var property = properties[i];
                Judge(i, observed.Met(i)[judged[i]], value => property.BrokenBy(value) is null);
                Judge(i, observed.Met(i)[judged[i]], property.IsReachedBy);
            }
        }
    }

    /// <summary>Sees whether a property says the same whoever of those that are interchangeable has said what.</summary>
    /// <param name="property">The property, by its place.</param>
    /// <param name="value">What its observer has seen.</param>
    /// <param name="judge">What the property says where that was seen.</param>
    public void Judge(int property, object value, Func<object, bool> judge)
    {
        if (pairs.Count == 0 || properties[property].Observer.Saying is null || value is not EquatableArray<Saying> sayings)
            return;
        var says = judge(value);
        var others = new HashSet<EquatableArray<Saying>> { sayings };
        var open = new Queue<EquatableArray<Saying>>(others);
        while (open.TryDequeue(out var at))
        {
            foreach (var (one, other) in pairs)
            {
                var swapped = Saying.Sorted([.. at.Select(so => Swapped(so, one, other))]);
                if (!others.Add(swapped))
                    continue;
                if (others.Count > MaxSayings || judge(swapped) != says)
                {
                    lessons.TellingApart.Add(properties[property]);
                    return;
                }

                open.Enqueue(swapped);
            }
        }
    }

    private Saying Swapped(Saying said, Member one, Member other) =>
        said.Agent == one.Name ? new Saying(kinship.TextInPlaceOf(one.Part, other.Part, said.Text), other.Name)
        : said.Agent == other.Name ? new Saying(kinship.TextInPlaceOf(other.Part, one.Part, said.Text), one.Name)
        : said;

    /// <summary>One of those that are interchangeable.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Part">What stood in its place when it was met.</param>
    private sealed record Member(string Name, int Part);
}
