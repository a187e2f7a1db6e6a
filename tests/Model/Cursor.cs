using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model;

/// <summary>How far a process has come: what is left to do, and the last result.</summary>
internal sealed class Cursor
{
    private readonly ImmutableStack<Statement> rest;

    private Cursor(ImmutableStack<Statement> rest, Result last)
    {
        while (!rest.IsEmpty && rest.Peek() is Composite composite)
            rest = Push(rest.Pop(), composite.Unfold(last));
        this.rest = rest;
        Last = last;
        Key = string.Join(' ', rest.Select(s => $"{s.GetType().Name}{s.Line} {s.Progress}")) + "|" + last;
    }

    /// <summary>What the process does next; one that has nothing left to do returns.</summary>
    public Step Step => rest.IsEmpty ? new Return() : (Step)rest.Peek();

    public Result Last { get; }

    /// <summary>Equal for cursors of one process text that have equal futures.</summary>
    public string Key { get; }

    public static Cursor AtBeginning(ProcessText text) => new(Push(ImmutableStack<Statement>.Empty, text.Body), Result.Nothing);

    public Cursor After(Result result) => new(rest.Pop(), result);

    private static ImmutableStack<Statement> Push(ImmutableStack<Statement> stack, IReadOnlyList<Statement> statements) =>
        statements.Reverse().Aggregate(stack, (s, statement) => s.Push(statement));
}
