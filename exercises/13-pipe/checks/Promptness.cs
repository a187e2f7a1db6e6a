using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>Whether a message was still to be sent when all parcels but one had been spoken of.</summary>
/// <param name="Speaker">Who speaks of them; null before the first line.</param>
/// <param name="Said">How many were spoken of.</param>
/// <param name="IsSo">Whether another process than the speaker has sent a message since.</param>
internal sealed record Promptness(string? Speaker, int Said, bool IsSo)
{
    public static Observer<Promptness> Of(Parcels parcels) => new(
        new Promptness(null, 0, IsSo: false),
        (seen, happened) => seen.IsSo ? seen : happened switch
        {
            LinePrinted => seen with { Speaker = seen.Speaker ?? happened.Agent, Said = seen.Said + 1 },
            _ when seen.Said == parcels.Count - 1 && happened.Agent != seen.Speaker => new Promptness(null, 0, IsSo: true),
            _ => seen,
        },
        [Delivery.Received, new OperationPattern<SendMessage>()],
        seen => seen.IsSo ? ("it was so", "确实如此") : ($"{seen.Said} were spoken of", $"打印了 {seen.Said} 个包裹"))
    { SeesTime = false };
}
