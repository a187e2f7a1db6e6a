using System.Collections.Concurrent;
using ExerciseKit.Grading.Preparing;

namespace ExerciseKit.Tests;

/// <summary>The processes that prepare hand-ins for all tests: a start of one for each test would take longer than the test. They end with this process.</summary>
internal static class SharedPreparers
{
    private static readonly ConcurrentDictionary<int, bool> Ids = new();

    /// <summary>All of them.</summary>
    public static Preparers All { get; } = new(Start);

    /// <summary>Whether a process is one of them.</summary>
    public static bool Include(int processId) => Ids.ContainsKey(processId);

    private static PreparerProcess Start()
    {
        var preparer = PreparerProcess.Start();
        Ids[preparer.Id] = true;
        return preparer;
    }
}
