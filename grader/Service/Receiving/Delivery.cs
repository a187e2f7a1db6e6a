using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Receiving;

/// <summary>What somebody wants to hand in.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Exercise">For which exercise; null for all that are in it.</param>
/// <param name="Files">The files: an archive, or source files.</param>
/// <param name="Way">How it came.</param>
/// <param name="SentAs">What the sender calls it, so that sending it twice hands it in once; null where that was not said.</param>
/// <param name="AcceptedCost">Which cost of lateness the sender has agreed to; null for none.</param>
internal sealed record Delivery(string PersonId, string? Exercise, IReadOnlyList<DeliveredFile> Files, HandInWay Way, string? SentAs, string? AcceptedCost);

/// <summary>A file of it.</summary>
internal sealed record DeliveredFile(string Name, byte[] Content);
