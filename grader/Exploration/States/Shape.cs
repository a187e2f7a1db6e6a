namespace ExerciseKit.Exploration.States;

/// <summary>Which agents and objects there are. States of one shape differ only in what stands in each place.</summary>
/// <remarks>The places, in order: the agents, the objects, the time, what the observers have seen.</remarks>
internal sealed class Shape
{
    public Shape(int id, string[] agents, string[] objects, Type[] kinds)
    {
        (Id, Agents, Objects, Kinds) = (id, agents, objects, kinds);
        Root = PlaceOf(Contract.Names.Root);
        Childless = [.. agents.Select(HasMadeNothing)];
        Numbers = [.. objects.SelectMany(Behaviour.Namesakes.NumbersIn)];
    }

    public int Id { get; }

    /// <summary>The names of the agents, in ordinal order.</summary>
    public string[] Agents { get; }

    /// <summary>The names of the objects, in ordinal order.</summary>
    public string[] Objects { get; }

    /// <summary>What kind of object each is.</summary>
    public Type[] Kinds { get; }

    /// <summary>The root's place.</summary>
    public int Root { get; }

    /// <summary>Of each agent, whether nothing bears its name: neither a child nor an object.</summary>
    public bool[] Childless { get; }

    /// <summary>The numbers in the names of objects, such as a process's id in that of a file.</summary>
    public HashSet<int> Numbers { get; }

    /// <summary>The place of the time.</summary>
    public int Time => Agents.Length + Objects.Length;

    /// <summary>The place of what the observers have seen.</summary>
    public int Seen => Time + 1;

    /// <summary>How many places there are.</summary>
    public int Length => Time + 2;

    /// <summary>The place of an agent; negative where there is none of that name.</summary>
    public int PlaceOf(string agent)
    {
        // Mostly the very name that this shape has given away.
        for (var i = 0; i < Agents.Length; i++)
        {
            if (ReferenceEquals(Agents[i], agent))
                return i;
        }

        return Array.BinarySearch(Agents, agent, StringComparer.Ordinal);
    }

    /// <summary>The place of an object; negative where there is none of that name.</summary>
    public int PlaceOfObject(string name) => Array.BinarySearch(Objects, name, StringComparer.Ordinal) is >= 0 and var at ? Agents.Length + at : -1;

    private bool HasMadeNothing(string agent) =>
        !Array.Exists(Objects, name => Contract.Names.IsBelow(name, agent)) && !Array.Exists(Agents, name => Contract.Names.Creator(name) == agent);
}
