using System.Runtime.CompilerServices;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using CallSite = ExerciseKit.Contract.CallSite;

namespace ExerciseKit.Host.Shims;

/// <summary>Counts what the student's code does between two operations, so that a loop without end is met at the same place on every machine.</summary>
/// <remarks>Not synchronized: an agent has one thread.</remarks>
public static class LoopBudget
{
    private static long full = long.MaxValue;
    private static long remaining = long.MaxValue;

    /// <summary>Begins a run.</summary>
    /// <param name="iterations">How many loop iterations and calls may pass between two operations; 0 for no bound.</param>
    public static void Begin(long iterations)
    {
        full = iterations > 0 ? iterations : long.MaxValue;
        remaining = full;
    }

    /// <summary>An operation was answered: the next stretch of code has the whole budget again.</summary>
    public static void Refill() => remaining = full;

    /// <summary>A loop goes round. The rewriter puts this where a backward branch lands.</summary>
    /// <exception cref="RunAbortedException">The budget is spent, or the run is over.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spend(string file, int line)
    {
        if (--remaining < 0)
            End(file, line);
    }

    /// <summary>A method begins. The rewriter puts this where recursion could stand in for a loop.</summary>
    /// <exception cref="RunAbortedException">The budget or the stack is spent, or the run is over.</exception>
    public static void EnterMethod(string file, int line)
    {
        if (--remaining < 0)
            End(file, line);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            EndOverflowed(file, line);
    }

    /// <summary>Nothing is left: what still runs of the student's code ends at its next loop or call.</summary>
    internal static void Drain() => remaining = 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void End(string file, int line)
    {
        remaining = 0;
        if (AgentSession.Current is not { IsAborted: false })
            throw new RunAbortedException();
        var site = new CallSite(file, line);
        var crash = new Crash("", $"{full:N0} loop iterations or calls passed between two operations.", $"   at {site}", site) { MessageZh = $"两次操作之间的循环和调用超过了 {full:N0} 次。" };
        Request.End(new EndProcess(Ending.OutOfBudget, 1, Crash: crash), site);
    }

    // A real overflow would take the whole host with it; .NET gives such a process SIGABRT's exit code.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EndOverflowed(string file, int line)
    {
        if (AgentSession.Current is not { IsAborted: false })
            throw new RunAbortedException();
        var site = new CallSite(file, line);
        var crash = new Crash(typeof(StackOverflowException).FullName!, "A method called itself too deeply.", $"   at {site}", site) { MessageZh = "方法递归调用的层数太多。" };
        Request.End(new EndProcess(Ending.Threw, 134, Crash: crash), site);
    }
}
