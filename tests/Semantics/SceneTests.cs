namespace ExerciseKit.Tests.Semantics;

/// <summary>Tests whose same program runs under either driver: derive, and mark the class with one <c>TestFixture</c> a driver.</summary>
/// <remarks>A program is a class <c>Scene</c> with <c>public static void Run()</c>; the kit's namespace is there without a using.</remarks>
public abstract class SceneTests(Driver driver)
{
    private ISceneDriver scenes = null!;

    protected bool IsLive => driver == Driver.Live;

    [OneTimeSetUp]
    public void Open() => scenes = driver == Driver.Live ? new LiveDriver() : new StepwiseDriver();

    [OneTimeTearDown]
    public async Task Close() => await scenes.DisposeAsync();

    /// <summary>Runs a program; live there is one end, stepwise one for each way in which its schedules come out.</summary>
    protected Task<IReadOnlyCollection<RunEnd>> EndsOfAsync(string program, CancellationToken cancellation) => scenes.RunAsync(program, cancellation);

    /// <summary>The program prints this in every schedule, line by line, and ends with code 0.</summary>
    protected async Task PrintsAsync(string program, string output, CancellationToken cancellation)
    {
        var ends = await EndsOfAsync(program, cancellation);
        Assert.That(ends.Select(e => (e.Output, e.ExitCode)), Is.EqualTo(new[] { (output, (int?)0) }), () => string.Join('\n', ends.Select(e => e.Errors)));
    }

    /// <summary>The program prints one of these; stepwise, each of them in some schedule.</summary>
    protected async Task PrintsOneOfAsync(string program, IEnumerable<string> outputs, CancellationToken cancellation)
    {
        var ends = await EndsOfAsync(program, cancellation);
        var printed = ends.Select(e => e.Output).ToHashSet();
        Assert.That(ends.Select(e => e.ExitCode), Is.All.Zero, () => string.Join('\n', ends.Select(e => e.Errors)));
        Assert.That(printed, driver == Driver.Live ? Is.SubsetOf(outputs) : Is.EquivalentTo(outputs));
    }

    /// <summary>The program comes to a deadlock; returns what is told of it.</summary>
    protected async Task<string> DeadlocksAsync(string program, CancellationToken cancellation)
    {
        var end = (await EndsOfAsync(program, cancellation)).Single();
        Assert.That(end.Errors, Does.Contain("Deadlock: "), $"It printed:\n{end.Output}");
        return end.Errors;
    }
}
