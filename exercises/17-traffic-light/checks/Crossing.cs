using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>Who waits at the light, and who of them has had a green since.</summary>
/// <param name="Greens">The events that are set; the light's is among them.</param>
/// <param name="Cars">The cars that have come, through or not.</param>
/// <param name="TooEarly">The first car that went without a green, in words; null while there is none.</param>
internal sealed record Crossing(EquatableArray<string> Greens, EquatableArray<Car> Cars, LocalizedText? TooEarly)
{
    private static readonly LinePattern Waits = LinePattern.Like("car {i} waits").WhereNumber("i");
    private static readonly LinePattern Goes = LinePattern.Like("car {i} goes").WhereNumber("i");

    /// <remarks>
    /// Which event is the light's is not known before somebody waits for it. So each one counts that is set by a child that is no car.
    /// What the parent sets, to tell the light to stop or all that they may begin, is no green.
    /// </remarks>
    public static Observer<Crossing> Observer { get; } = new(
        new Crossing([], [], null),
        (crossing, happened) => crossing.After(happened),
        [Waits, Goes, new OperationPattern<SetEvent> { Who = Who.Child }, new OperationPattern<ResetEvent>()],
        crossing => crossing.TooEarly ?? ("every car had its green", "每辆车都等到了绿灯"))
    { SeesTime = false };

    private Crossing After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: SetEvent set } when Cars.All(c => c.Process != happened.Agent) =>
            this with { Greens = Sorted(Greens.Append(set.Object)), Cars = Cars.Select(c => c with { MayGo = true }).ToEquatableArray() },
        OperationCompleted { Operation: ResetEvent reset } => this with { Greens = Greens.Where(g => g != reset.Object).ToEquatableArray() },
        LinePrinted when Waits.Matches(happened) =>
            this with { Cars = Cars.Append(new Car(Waits.Capture(happened, "i"), happened.Agent, MayGo: Greens.Count > 0)).Distinct().OrderBy(c => c.Number).ToEquatableArray() },
        LinePrinted when Goes.Matches(happened) => this with { TooEarly = TooEarly ?? Objection(Goes.Capture(happened, "i")) },
        _ => this,
    };

    private LocalizedText? Objection(string number) => Cars.FirstOrDefault(c => c.Number == number) switch
    {
        null => ($"car {number} went without having waited", $"汽车 {number} 没有等待就走了"),
        { MayGo: false } => ($"car {number} went, and the light had not been green since it began to wait", $"汽车 {number} 走了，而从它开始等待起灯还没有绿过"),
        _ => null,
    };

    private static EquatableArray<string> Sorted(IEnumerable<string> names) => names.Distinct().Order(StringComparer.Ordinal).ToEquatableArray();
}

/// <summary>A car that has come to the light.</summary>
/// <param name="Number">Its number, as it prints it.</param>
/// <param name="Process">The process that is this car.</param>
/// <param name="MayGo">Whether the light was green at some time since it came.</param>
internal sealed record Car(string Number, string Process, bool MayGo);
