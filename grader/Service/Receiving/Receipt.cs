using ExerciseKit.Contract;
using ExerciseKit.Service.Marking;

namespace ExerciseKit.Service.Receiving;

/// <summary>What became of a delivery.</summary>
internal abstract record Receipt;

/// <summary>It was taken.</summary>
internal sealed record HandedIn(Guid HandInId) : Receipt;

/// <summary>It is the same as one that is there already; no attempt was charged.</summary>
internal sealed record SameAsBefore(Guid HandInId) : Receipt;

/// <summary>It is late, and what that costs must be agreed to first. Nothing was taken.</summary>
internal sealed record LateAsked(LateCost Cost) : Receipt;

/// <summary>It was not taken.</summary>
/// <param name="Why">Why, and what to do next.</param>
internal sealed record NotTaken(LocalizedText Why) : Receipt;
