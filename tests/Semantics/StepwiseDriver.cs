using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Semantics;

/// <summary>Searches all schedules of a program, and has real processes confirm some of them.</summary>
internal sealed class StepwiseDriver : ISceneDriver
{
    private const string Usings = "global using ExerciseKit.Multiprocessing;";

    private readonly Workbench bench = new();

    public async Task<IReadOnlyCollection<RunEnd>> RunAsync(string program, CancellationToken cancellation)
    {
        var prepared = bench.Prepare("Scene", "Run()", ("Scene.cs", program), ("Usings.cs", Usings));
        var ends = new HashSet<RunEnd>();
        var everything = new AtEnd<EquatableArray<(bool IsError, string Text)>>("every end is noted", Told(), (told, end) => ends.Add(EndOf(told, end.ExitCode)) || true);

        var explored = prepared.Explore(Scenario.Of("a scene", "Run").ExpectingCrashes(), Tier.Strict, [everything], cancellation);

        Assert.That(explored.Outcome, Is.Not.TypeOf<OutOfBudget>(), "Make the program smaller: what is claimed of it must hold in all schedules.");
        Assert.That(await prepared.DifferenceAsync(explored, cancellation), Is.Null, "Real processes did something else.");
        if (explored.Outcome is Broken { Trace: var trace })
        {
            var told = trace.Steps.SelectMany(s => s.Events).Aggregate(Told().Start, Told().After);
            var stuck = EndOf((EquatableArray<(bool, string)>)told, exitCode: null);
            return [stuck with { Errors = $"{stuck.Errors}{trace.Fault!.Verdict}: {trace.Fault.Message.En}\n{string.Join('\n', trace.Fault.Cycle.Select(link => link.En))}\n" }];
        }

        return ends;
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    private static RunEnd EndOf(EquatableArray<(bool IsError, string Text)> told, int? exitCode) => new(
        string.Join('\n', told.Where(t => !t.IsError).Select(t => t.Text)),
        string.Concat(told.Where(t => t.IsError).Select(t => t.Text + "\n")),
        exitCode);

    /// <summary>All that was printed, in order, and the exceptions that ended a process.</summary>
    private static Observer<EquatableArray<(bool IsError, string Text)>> Told() => new(
        [],
        (told, happened) => happened switch
        {
            LinePrinted printed => [.. told, (printed.Stream == ConsoleStream.Error, printed.Line)],
            ProcessLeaving { End.Crash: { } crash } => [.. told, (true, $"Unhandled exception. {crash.Type}: {crash.Message}")],
            _ => told,
        },
        [new Anything()]);

    private sealed record Anything : EventPattern
    {
        public override LocalizedText Describe(KernelEvent happened) => happened.ToString();

        protected override bool MatchesEvent(KernelEvent happened) => happened is LinePrinted or ProcessLeaving;
    }
}
