using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.Exploration.Oracle.Claims;

/// <summary>So many of one thing come before any of another.</summary>
internal sealed record ComesBefore(Sight First, int Times, Sight Then) : Claim
{
    private const int TooEarly = -1;

    public override Property AsProperty() => new HappensBefore("in order", First.AsPattern(), Times, Then.AsPattern());

    public override object After(object value, Happening happening)
    {
        var firsts = (int)value;
        if (firsts == TooEarly || (Then.Sees(happening) && firsts < Times))
            return TooEarly;
        return First.Sees(happening) ? firsts + 1 : firsts;
    }

    public override bool IsBrokenBy(object value) => (int)value == TooEarly;
}

/// <summary>In some schedule this comes before that has.</summary>
internal sealed record SometimesFirst(Sight Wanted, Sight Other) : Claim
{
    public override object Start => "open";

    public override Property AsProperty() =>
        new Sometimes<Precedence>("first", Observe.Precedence(Wanted.AsPattern(), Other.AsPattern()), so => so == Precedence.Wanted);

    public override object After(object value, Happening happening) =>
        value is not "open" ? value : Wanted.Sees(happening) ? "first" : Other.Sees(happening) ? "second" : value;

    public override bool IsReachedBy(object value) => value is "first";
}
