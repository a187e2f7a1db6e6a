using System.Globalization;
using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A process in words, where nothing but its name is known: by whose how-manieth child it is.</summary>
public static class ProcessPlace
{
    /// <summary>"the parent", "child 2", or "child 1 of child 2".</summary>
    public static string Of(string agent)
    {
        if (Names.Creator(agent) is not { } creator)
            return "the parent";
        if (Names.IsReplacement(agent))
            return $"pool worker {agent[(agent.LastIndexOf('+') + 1)..]} in place of one that ended";
        var child = $"child {int.Parse(agent[(creator.Length + 1)..], CultureInfo.InvariantCulture) + 1}";
        return creator == Names.Root ? child : $"{child} of {Of(creator)}";
    }
}
