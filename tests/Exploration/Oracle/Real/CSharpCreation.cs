using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>How C# makes what processes share, and how it declares it as a parameter.</summary>
internal static class CSharpCreation
{
    /// <summary>The type of a pipe's end.</summary>
    public const string End = "Connection";

    public static string Of(Creation creation) => creation switch
    {
        CreateLock made => $"var {CSharpText.Variable(made.Name)} = new ProcessLock();",
        MakeQueue made => $"var {CSharpText.Variable(made.Name)} = new {TypeOf(made)}({made.Capacity?.ToString() ?? "null"});",
        MakePipe made => $"var ({CSharpText.Variable(made.Left)}, {CSharpText.Variable(made.Right)}) = Pipe.Create({(made.IsDuplex ? "true" : "false")});",
        _ => throw new ArgumentException($"There is no C# for {creation}; add it here."),
    };

    public static IEnumerable<(string Type, string Name)> Declarations(Creation creation) =>
        creation.Names.Select(name => (TypeOf(creation), CSharpText.Variable(name)));

    private static string TypeOf(Creation creation) => creation switch
    {
        CreateLock => "ProcessLock",
        MakeQueue { IsJoinable: true } => "JoinableQueue<string>",
        MakeQueue { HoldsEnds: true } => "ProcessQueue<Connection>",
        MakeQueue => "ProcessQueue<string>",
        MakePipe => End,
        _ => throw new ArgumentException($"There is no type for {creation}; add it here."),
    };
}
