using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>A claim about how many have entered and not left.</summary>
internal abstract record InsideClaim(Sight Enter, Sight Leave, int Limit) : Claim
{
    public override object After(object value, Happening happening) =>
        Enter.Sees(happening) ? (int)value + 1 : Leave.Sees(happening) ? (int)value - 1 : value;
}

internal sealed record AtMostInside(Sight Enter, Sight Leave, int Limit) : InsideClaim(Enter, Leave, Limit)
{
    public override Property AsProperty() => new Never<int>("at most inside", Observe.Inside(Enter.AsPattern(), Leave.AsPattern()), n => n > Limit);

    public override bool IsBrokenBy(object value) => (int)value > Limit;
}

internal sealed record SometimesInside(Sight Enter, Sight Leave, int Limit) : InsideClaim(Enter, Leave, Limit)
{
    public override Property AsProperty() => new Sometimes<int>("sometimes inside", Observe.Inside(Enter.AsPattern(), Leave.AsPattern()), n => n >= Limit);

    public override bool IsReachedBy(object value) => (int)value >= Limit;
}

/// <summary>The most that were ever inside, judged at the end only.</summary>
internal sealed record PeakAtEnd(Sight Enter, Sight Leave, int Limit) : Claim
{
    public override object Start => (0, 0);

    public override Property AsProperty() =>
        new AtEnd<Peak>("the peak", Observe.MostInside(Enter.AsPattern(), Leave.AsPattern()), (peak, _) => peak.Most <= Limit);

    public override object After(object value, Happening happening)
    {
        if (!Enter.Sees(happening) && !Leave.Sees(happening))
            return value;
        var (inside, most) = ((int, int))value;
        inside += Enter.Sees(happening) ? 1 : -1;
        return (inside, inside > most ? inside : most);
    }

    public override bool IsBrokenAtEnd(object value, World end) => (((int, int))value).Item2 > Limit;
}
