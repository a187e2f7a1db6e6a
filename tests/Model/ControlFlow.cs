using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model;

/// <summary>What a branch looks at: the result of the step before it.</summary>
internal enum Looks
{
    Yes,
    Refused,
    EmptyText,
    Zero,
}

/// <summary>Goes one way or the other.</summary>
internal sealed record If(Looks Looks, ImmutableList<Statement> Then, ImmutableList<Statement> Else) : Composite
{
    public override IReadOnlyList<Statement> Unfold(Result last) => Holds(last) ? Then : Else;

    public override Composite Map(Func<Statement, Statement> map) => this with { Then = Then.ConvertAll(s => map(s)), Else = Else.ConvertAll(s => map(s)) };

    public override string ToString() => $"{Line}: if {Looks} {{ {string.Join("; ", Then)} }} else {{ {string.Join("; ", Else)} }}";

    private bool Holds(Result last) => Looks switch
    {
        Looks.Yes => last.Kind == ResultKind.Yes,
        Looks.Refused => last.IsRefusal,
        Looks.EmptyText => last is { Kind: ResultKind.Text, Value: "" },
        _ => last is { Kind: ResultKind.Number, Value: "0" },
    };
}

/// <summary>Does the same several times, at the same lines.</summary>
internal sealed record Repeat(int Times, ImmutableList<Statement> Body) : Composite
{
    internal override string Progress => $"{Times}";

    public override IReadOnlyList<Statement> Unfold(Result last) => Times == 0 ? [] : Body.Add(this with { Times = Times - 1 });

    public override Composite Map(Func<Statement, Statement> map) => this with { Body = Body.ConvertAll(s => map(s)) };

    public override string ToString() => $"{Line}: {Times} times {{ {string.Join("; ", Body)} }}";
}
