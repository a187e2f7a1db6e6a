using System.Collections.Concurrent;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Preparation;

/// <summary>The other end of whoever starts this process: prepares what it is asked to, one hand-in after another.</summary>
public static class PreparerService
{
    /// <summary>What the compiler's objects may take, in bytes: ten times what it needs for an exercise. Whoever starts the process sets it.</summary>
    public const long MaxMemoryBytes = 512L << 20;

    /// <summary>The compiler calls itself once a level of nesting. Pages of a stack that are never touched cost nothing.</summary>
    internal const int StackBytes = 256 << 20;

    /// <summary>Serves until its input ends, whatever it is doing then: whoever asked has gone.</summary>
    /// <param name="input">Where orders come from.</param>
    /// <param name="output">Where replies go.</param>
    public static async Task ServeAsync(Stream input, Stream output)
    {
        using var orders = new BlockingCollection<byte[]>();
        new Thread(() => Work(orders, output), StackBytes) { IsBackground = true, Name = "preparation" }.Start();
        while (await PreparerFrames.ReadAsync(input, CancellationToken.None).ConfigureAwait(false) is { } order)
            orders.Add(order);
    }

    private static void Work(BlockingCollection<byte[]> orders, Stream output)
    {
        var preparation = new ProgramPreparation();
        foreach (var order in orders.GetConsumingEnumerable())
        {
            var reply = Reply(preparation, order);
            PreparerFrames.WriteAsync(output, reply, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static PreparationReply Reply(ProgramPreparation preparation, byte[] order)
    {
        try
        {
            return preparation.Prepare(PreparerFrames.Message<PreparationOrder>(order));
        }
        catch (GraderFaultException e)
        {
            return new PreparationFault(e.Message);
        }
        catch (OutOfMemoryException)
        {
            return ProgramUnfit.TooMuchMemory;
        }
        // A fault of the compiler that this source brings out, or one of the kit: whoever asked finds out which.
        catch (Exception e)
        {
            return new PreparationFailed($"{e.GetType().Name}: {e.Message}");
        }
    }
}
