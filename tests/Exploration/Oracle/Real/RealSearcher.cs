using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Preparation.Compilation;
using Graded = ExerciseKit.Contract.Results.Tier;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>Puts a program to the search the whole way that a hand-in goes: written in C#, compiled, rewritten, run in hosts, and every schedule shown confirmed.</summary>
internal sealed class RealSearcher : ISearcher, IDisposable
{
    private const string ClassName = "Greeting";
    private const int Seed = 1;

    private readonly ProgramCase program;
    private readonly StudentProgram prepared;
    private readonly BehaviourProbe probe;
    private readonly BehaviourLibrary library;
    private readonly Confirmation confirmation;

    public RealSearcher(ProgramCase program, HostPool pool)
    {
        this.program = program;
        var source = CSharpText.Of(program.Program, ClassName);
        var exercise = Compilers.Greeting with { Entries = [EntrySignature.Parse("Run()")] };
        var handIn = new SubmittedExercise(exercise, [new SourceFile(ClassName + ".cs", Encoding.UTF8.GetBytes(source))], []);
        var outcome = Compilers.Preparation(Compilers.Evaluator).PrepareAsync(handIn, pool.Folder, (_, _) => { }, CancellationToken.None).GetAwaiter().GetResult();
        prepared = outcome is Prepared fit ? fit.Program : throw new ArgumentException($"{((Unfit)outcome).Message}\n{source}");
        probe = new BehaviourProbe(prepared, pool, CancellationToken.None);
        library = new BehaviourLibrary(probe, tasksLeaveNothing: !prepared.KeepsStatics);
        confirmation = new Confirmation(prepared, pool);
    }

    public int RealRuns => library.RealRuns;

    /// <summary>How many schedules were run with all their processes.</summary>
    public int Confirmed { get; private set; }

    public SearchOutcome Search(Tier tier, IReadOnlyList<Property> properties)
    {
        var scenario = new Scenario("random", "Run", new Payload("[]", []))
        {
            Files = [.. program.Program.Files.Select(f => (f.Key, f.Value))],
            ExpectsCrashes = program.ExpectsCrashes,
            QueueBuffer = program.Program.QueueBuffer,
        };
        var contractTier = tier == Tier.Strict ? Graded.Strict : Graded.Loose;
        var explorer = new Explorer(prepared.EntryType, Seed, library, new SearchBudget());
        var outcome = explorer.Explore(new Setting(scenario, contractTier), properties, CancellationToken.None);
        var shown = outcome switch
        {
            Broken broken => [broken.Trace],
            Covered covered => covered.Samples,
            _ => Array.Empty<Trace>(),
        };
        foreach (var trace in shown)
        {
            Confirmed++;
            if (confirmation.DifferenceAsync(scenario, explorer.SettingsOf(contractTier), trace, CancellationToken.None).GetAwaiter().GetResult() is { } difference)
                throw new GraderFaultException($"Run for real, the schedule differs: {difference}");
        }

        return outcome;
    }

    public void Dispose() => probe.Release();
}
