using System.Globalization;

namespace ExerciseKit.Contract;

/// <summary>The names of agents and objects: who created it, and the how-manieth of that creator it is.</summary>
/// <remarks>
/// The root is <c>0</c>, its children <c>0.0</c>, <c>0.1</c>, …; the k-th object that agent <c>0.1</c> makes is <c>0.1~k</c>.
/// No counter is shared between agents, so a name means the same thing in every interleaving.
/// On the wire a name is relative to the agent that speaks: <c>.</c> is the speaker, <c>.2</c> its child, <c>.~0</c> its
/// object; what does not begin with a dot is absolute. Agents that do the same thus say the same.
/// Only the kernel makes the name of a pool's worker that takes the place of one that has ended: <c>0.0+2</c> is the second of
/// the pool whose first worker is <c>0.0</c>, whoever of its workers that was.
/// </remarks>
public static class Names
{
    /// <summary>The first agent of a program.</summary>
    public const string Root = "0";

    /// <summary>The speaker itself, in relative form.</summary>
    public const string Self = ".";

    /// <summary>The relative name of the speaker's child number <paramref name="ordinal"/>, from 0.</summary>
    public static string OwnChild(int ordinal) => $".{ordinal}";

    /// <summary>The relative name of the speaker's object number <paramref name="ordinal"/>, from 0.</summary>
    public static string OwnObject(int ordinal) => $".~{ordinal}";

    /// <summary>The name of the how-manieth worker, from 1, that takes the place of an ended one in the pool whose first worker is <paramref name="first"/>.</summary>
    public static string Replacement(string first, int number) => $"{first}+{number}";

    /// <summary>Whether this is the name of a worker that took the place of an ended one.</summary>
    public static bool IsReplacement(string name) => name.Contains('+', StringComparison.Ordinal);

    /// <summary>Which of its creator's children, from 0, an agent with this absolute name is.</summary>
    public static int OrdinalOf(string agent) => int.Parse(agent.AsSpan(agent.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);

    /// <summary>What <paramref name="name"/> means when <paramref name="speaker"/> says it.</summary>
    public static string Absolute(string name, string speaker)
    {
        if (!name.StartsWith('.'))
            return name;
        if (name.Length == 1)
            return speaker;
        return name[1] == '~' ? speaker + name[1..] : speaker + name;
    }

    /// <summary>How <paramref name="speaker"/> says the absolute <paramref name="name"/>; the inverse of <see cref="Absolute"/>.</summary>
    public static string Relative(string name, string speaker)
    {
        if (!name.StartsWith(speaker, StringComparison.Ordinal))
            return name;
        if (name.Length == speaker.Length)
            return Self;
        return name[speaker.Length] switch
        {
            '~' => string.Concat(".", name.AsSpan(speaker.Length)),
            '.' => name[speaker.Length..],
            _ => name,
        };
    }

    /// <summary>Whether <paramref name="agent"/>, or something that it made, made what has this absolute name.</summary>
    public static bool IsBelow(string name, string agent) =>
        name.Length > agent.Length && name[agent.Length] is ('.' or '~') && name.StartsWith(agent, StringComparison.Ordinal);

    /// <summary>The agent that made the agent or object with this absolute name; null for the root.</summary>
    public static string? Creator(string name)
    {
        var cut = name.LastIndexOfAny(['.', '~']);
        return cut < 0 ? null : name[..cut];
    }
}
