using System.Text.Json.Serialization;
using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Playing;

/// <summary>A choice.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Process">The id of the process that goes on.</param>
/// <param name="Label">What the process is called.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Object">The id of the object or process that it is about; null where it is about none.</param>
/// <param name="Site">Where in the source; null when unknown.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Prints">The lines that it prints.</param>
public sealed record PlayOption(int Number, string Process, string Label, PlayKind Kind, LocalizedText Operation, string? Object, CallSite? Site, LocalizedText Outcome, EquatableArray<string> Prints)
{
    /// <summary>What lies behind it; null where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayAhead? Behind { get; init; }
}

/// <summary>What happens to a process.</summary>
public enum PlayKind
{
    /// <summary>It goes on.</summary>
    GoesOn,

    /// <summary>Its patience runs out.</summary>
    TimesOut,

    /// <summary>It dies, as was asked for.</summary>
    Dies,
}

/// <summary>What lies ahead.</summary>
/// <param name="States">How many states can be come to; null where that is not known, or takes too long to count.</param>
/// <param name="Interleavings">How many ways there are to an end, a decimal number; null where that is not known.</param>
/// <param name="Breaks">Whether something can still break; null where that is not known.</param>
public sealed record PlayAhead(int? States, string? Interleavings, bool? Breaks);
