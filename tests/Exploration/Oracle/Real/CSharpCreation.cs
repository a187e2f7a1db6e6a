using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>How C# makes what processes share, and how it declares it as a parameter.</summary>
internal static class CSharpCreation
{
    /// <summary>The type of a pipe's end.</summary>
    public const string End = "Connection";

    public static string Of(CreateStep made) => made is MakePipe pipe
        ? $"var ({CSharpText.Shared(pipe.Name)}, {CSharpText.Shared(pipe.Right)}) = Pipe.Create({(pipe.IsDuplex ? "true" : "false")});"
        : $"var {CSharpText.Shared(made.Name)} = new {TypeOf(made)}({ArgumentsOf(made)});";

    public static IEnumerable<(string Type, string Name)> Declarations(CreateStep made) =>
        made.Names.Select(name => (TypeOf(made), CSharpText.Shared(name)));

    private static string TypeOf(CreateStep made) => made switch
    {
        CreateLock => "ProcessLock",
        CreateReentrant => "ProcessReentrantLock",
        CreatePermits => "ProcessSemaphore",
        CreateSignal => "ProcessEvent",
        CreateSleepers => "ProcessCondition",
        CreateBarrierOf => "ProcessBarrier",
        MakeQueue { IsJoinable: true } => "JoinableQueue<string>",
        MakeQueue { HoldsEnds: true } => "ProcessQueue<Connection>",
        MakeQueue => "ProcessQueue<string>",
        MakePipe => End,
        MakeDictionary => "SharedDictionary<string, int>",
        MakeList => "SharedList<int>",
        MakeValue => "SharedValue<int>",
        MakePool => "ProcessPool",
        _ => throw new ArgumentException($"There is no C# for {made}; add it here."),
    };

    private static string ArgumentsOf(CreateStep made) => made switch
    {
        CreatePermits permits => permits.Maximum is { } maximum ? $"{permits.Initial}, {maximum}" : $"{permits.Initial}",
        CreateSleepers sleepers => CSharpText.Shared(sleepers.Lock),
        CreateBarrierOf barrier => $"{barrier.Needed}",
        MakeList list => $"[{list.Item}]",
        MakeValue value => $"{value.Value}",
        MakePool pool => $"{pool.Workers.Count}",
        MakeQueue queue => queue.Capacity?.ToString() ?? "null",
        _ => "",
    };
}
