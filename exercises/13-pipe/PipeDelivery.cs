using ExerciseKit.Multiprocessing;

/// <summary>A delivery: one process sends parcels through a pipe, another receives them.</summary>
public static class PipeDelivery
{
    /// <summary>Starts a consumer, to which a producer sends the parcels 1, 2, 3, … through a pipe, one message each; returns once the consumer has ended.</summary>
    /// <remarks>
    /// The consumer is a child of its own; the producer is another child, or the parent. The consumer prints <c>received {i}</c> for each parcel
    /// as it comes, and <c>consumer done</c> at the end of the stream. Nobody tells it how many parcels there are.
    /// </remarks>
    /// <param name="parcels">How many there are; 0 or more.</param>
    public static void Run(int parcels)
    {
        throw new NotImplementedException();
    }
}
