using ExerciseKit.Contract;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Puts a program to the search with its text in place of a host.</summary>
internal sealed class TextSearcher : ISearcher
{
    private readonly ProgramCase program;
    private readonly SmallProgram text;
    private readonly TextBehaviour source;
    private readonly BehaviourLibrary library;

    /// <param name="program">The program.</param>
    /// <param name="cap">Says how far each run of a process goes ahead at most; null for now less and now more.</param>
    public TextSearcher(ProgramCase program, Func<int>? cap = null)
    {
        this.program = program;
        text = program.Program;
        var caps = new Random(text.ToString().Length);
        source = new TextBehaviour(text, cap ?? (() => caps.Next(7)));
        library = new BehaviourLibrary(source, tasksLeaveNothing: true);
    }

    public int RealRuns => library.RealRuns;

    public SearchOutcome Search(Tier tier, IReadOnlyList<Property> properties)
    {
        var scenario = new Scenario("random", source.RootTarget.Method, Payload.Null)
        {
            Files = [.. text.Files.Select(f => (f.Key, f.Value))],
            ExpectsCrashes = program.ExpectsCrashes,
            QueueBuffer = text.QueueBuffer,
        };
        var lessons = new Lessons();
        while (true)
        {
            var settings = new KernelSettings(tier == Tier.Strict ? Timing.Strict : Timing.Loose, MaxProcesses: text.MaxProcesses, TracksOwnTime: library.Facts.ReadsClocks);
            var space = new StateSpace(scenario, source.RootTarget, new KnownSteps(scenario.SettingsFrom(settings), scenario, library), properties, library, lessons);
            var outcome = new ScheduleSearch(space, library, new SearchBudget()).Run(CancellationToken.None);
            if (!space.IsOutdated)
                return outcome;
        }
    }
}
