using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>A claim about how often something has happened.</summary>
internal abstract record CountingClaim(Sight Of, int Times) : Claim
{
    public override object After(object value, Happening happening) => (int)value + (Of.Sees(happening) ? 1 : 0);
}

internal sealed record NeverMoreThan(Sight Of, int Times) : CountingClaim(Of, Times)
{
    public override Property AsProperty() => new Never<int>("never more", Observe.Count(Of.AsPattern()), n => n > Times);

    public override bool IsBrokenBy(object value) => (int)value > Times;
}

internal sealed record SometimesAsMany(Sight Of, int Times) : CountingClaim(Of, Times)
{
    public override Property AsProperty() => new Sometimes<int>("sometimes as many", Observe.Count(Of.AsPattern()), n => n == Times);

    public override bool IsReachedBy(object value) => (int)value == Times;
}

internal sealed record AsManyAtEnd(Sight Of, int Times) : CountingClaim(Of, Times)
{
    public override Property AsProperty() => new AtEnd<int>("as many at the end", Observe.Count(Of.AsPattern()), (n, _) => n == Times);

    public override bool IsBrokenAtEnd(object value, World end) => (int)value != Times;
}
