namespace ExerciseKit.Tests.Semantics.Parity;

/// <summary>What the primitives mean, by hand, in a grading and in CPython, really run.</summary>
[Category("Slow"), NeedsPython]
public sealed class ParityTests
{
    private const int Measured = 64;

    [Test, CancelAfter(600_000)]
    public async Task Nothing_differs_from_Python_without_saying_so(CancellationToken cancellation)
    {
        var live = new LiveDriver();
        await using var graded = new StepwiseDriver();
        var rows = new List<ParityRow>();
        foreach (var name in ParityPrograms.Names)
            rows.AddRange(await ParityPrograms.MeasureAsync(name, live, graded, cancellation));

        Assert.That(rows.Where(r => !r.IsSame && r.Documented is null).Select(r => $"{r.Label}: by hand {r.Live}, graded {string.Join(" or ", r.Graded)}, CPython {r.Python}"), Is.Empty);
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(Measured));
    }
}
