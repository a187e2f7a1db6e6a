using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using Tier = ExerciseKit.Tests.Model.Tier;
using Timing = ExerciseKit.Kernel.Timing;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Puts a program to the search, as a grading would, with its text in place of a host.</summary>
internal sealed class Verdicts
{
    private readonly ProgramCase program;
    private readonly SmallProgram text;
    private readonly TextBehaviour source;
    private readonly BehaviourLibrary library;

    /// <param name="program">The program.</param>
    /// <param name="cap">Says how far each run of a process goes ahead at most; null for now less and now more.</param>
    public Verdicts(ProgramCase program, Func<int>? cap = null)
    {
        this.program = program;
        text = program.Program;
        var caps = new Random(text.ToString().Length);
        source = new TextBehaviour(text, cap ?? (() => caps.Next(7)));
        library = new BehaviourLibrary(source);
    }

    public int RealRuns => library.RealRuns;

    public SearchOutcome Of(Tier tier, IReadOnlyList<Property> properties)
    {
        var scenario = new Scenario("random", source.RootTarget.Method, Payload.Null)
        {
            Files = [.. text.Files.Select(f => (f.Key, f.Value))],
            ExpectsCrashes = program.ExpectsCrashes,
        };
        var facts = TextSteps.FactsOf(text);
        var settings = new KernelSettings(tier == Tier.Strict ? Timing.Strict : Timing.Loose, MaxProcesses: text.MaxProcesses, TracksOwnTime: facts.ReadsClocks);
        var space = new StateSpace(scenario, source.RootTarget, settings, facts, properties, library);
        return new ScheduleSearch(space, library, new SearchBudget()).Run(CancellationToken.None);
    }

    /// <summary>What the search found wrong, in the model's words.</summary>
    public static string WrongOf(Broken broken, IReadOnlyList<Property> properties)
    {
        if (broken.Finding is { } finding)
            return Wrong.Claim(properties.TakeWhile(p => !ReferenceEquals(p, finding.Property)).Count());
        return broken.Trace.Fault!.Verdict switch
        {
            Verdict.Deadlock => Wrong.Deadlock,
            Verdict.Leak => Wrong.Leak,
            Verdict.Crash => Wrong.Crash,
            Verdict.Limit => Wrong.Limit,
            var verdict => throw new UnreachableException($"No small program comes to {verdict}: {broken.Trace.Fault.Message}"),
        };
    }

    public static IEnumerable<Turn> TurnsOf(Trace trace) => trace.Choices.Select(Translation.ToTurn);
}
