using System.Diagnostics;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>What can be wrong with a schedule, by name.</summary>
internal static class Wrong
{
    public const string Deadlock = "deadlock";
    public const string Leak = "leak";
    public const string Crash = "crash";
    public const string Limit = "limit";

    /// <summary>The claim of this number is broken.</summary>
    public static string Claim(int number) => $"claim {number}";

    /// <summary>What the search found wrong.</summary>
    /// <param name="broken">What it found.</param>
    /// <param name="properties">The claims, in order, as properties.</param>
    public static string Of(Broken broken, IReadOnlyList<Property> properties)
    {
        if (broken.Finding is { } finding)
            return Claim(properties.TakeWhile(p => !ReferenceEquals(p, finding.Property)).Count());
        return broken.Trace.Fault!.Verdict switch
        {
            Verdict.Deadlock => Deadlock,
            Verdict.Leak => Leak,
            Verdict.Crash => Crash,
            Verdict.Limit => Limit,
            var verdict => throw new UnreachableException($"No small program comes to {verdict}: {broken.Trace.Fault.Message}"),
        };
    }
}
