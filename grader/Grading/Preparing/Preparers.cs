using System.Collections.Concurrent;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Preparation;

namespace ExerciseKit.Grading.Preparing;

/// <summary>The processes that prepare hand-ins, as many as are asked at once; each is used again, for its start takes longer than its work.</summary>
public sealed class Preparers : IAsyncDisposable
{
    private readonly ConcurrentBag<PreparerProcess> idle = [];
    private readonly Func<PreparerProcess> start;

    public Preparers()
        : this(() => PreparerProcess.Start())
    {
    }

    /// <param name="start">Starts one.</param>
    internal Preparers(Func<PreparerProcess> start) => this.start = start;

    /// <summary>Has a hand-in prepared.</summary>
    /// <remarks>
    /// A compiler that fails does not say why: it may have been killed from outside, be broken, or have met a source that brings
    /// it down. So the source is tried a second time, and then an empty one.
    /// </remarks>
    /// <returns>A program, or why there is none.</returns>
    /// <exception cref="GraderFaultException">The kit or the machine is at fault.</exception>
    public async Task<PreparationReply> PrepareAsync(PreparationOrder order, CancellationToken cancellation)
    {
        var reply = await AskAsync(order, cancellation).ConfigureAwait(false);
        if (reply is PreparationFailed)
            reply = await AskAsync(order, cancellation).ConfigureAwait(false);
        if (reply is not PreparationFailed failed)
            return reply is PreparationFault { Message: var fault } ? throw new GraderFaultException(fault) : reply;
        if (await AskAsync(order with { Given = [], Files = [] }, cancellation).ConfigureAwait(false) is PreparationFailed always)
            throw new GraderFaultException($"The compiler failed on an empty source: {always.What}. Build the solution again; if that does not help, install the .NET SDK 10 again.");
        return new ProgramUnfit(Verdict.CompileError, Failed(failed.What), CallSite.Unknown);
    }

    private static LocalizedText Failed(string what) => (
        $"The compiler failed on this source, twice: {what}. Simplify it until `dotnet build` compiles it.",
        $"编译器编译这份源代码时两次出错：“{what}”。请把代码写得简单些，直到 `dotnet build` 能编译它。");

    /// <summary>Ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var preparer))
            await preparer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<PreparationReply> AskAsync(PreparationOrder order, CancellationToken cancellation)
    {
        // What earlier hand-ins left in a memory must not count against this one.
        if (idle.TryTake(out var used) && await AskAsync(used, order, cancellation).ConfigureAwait(false) is var reply && reply != ProgramUnfit.TooMuchMemory)
            return reply;
        return await AskAsync(start(), order, cancellation).ConfigureAwait(false);
    }

    private async Task<PreparationReply> AskAsync(PreparerProcess preparer, PreparationOrder order, CancellationToken cancellation)
    {
        try
        {
            return await preparer.AskAsync(order, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (preparer.IsFit)
                idle.Add(preparer);
            else
                await preparer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
