using ExerciseKit.Contract;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Exploration.Oracle;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Exploration.States;

public sealed class KnownStepsTests
{
    private const int StatesOfAProgram = 150;

    [TestCase(nameof(Timing.Strict), 40)]
    [TestCase(nameof(Timing.Loose), 40)]
    [TestCase(nameof(Timing.Strict), 2000, Category = "Slow")]
    [TestCase(nameof(Timing.Loose), 2000, Category = "Slow")]
    public void A_step_that_was_seen_before_leads_where_the_rules_lead(string timing, int count) =>
        Holds(ProgramCase.Arbitrary, Enum.Parse<Timing>(timing), count);

    [TestCase(nameof(Timing.Strict), 20)]
    [TestCase(nameof(Timing.Loose), 20)]
    public void So_does_one_of_queues_and_pipes(string timing, int count) =>
        Holds(ProgramCase.WithChannels, Enum.Parse<Timing>(timing), count);

    private static void Holds(FsCheck.Arbitrary<ProgramCase> programs, Timing timing, int count)
    {
        var (taken, known) = (0L, 0L);
        Seeded.Holds(programs, count, program =>
        {
            var world = new World(program, timing);
            var difference = world.FirstDifference(StatesOfAProgram);
            (taken, known) = (taken + world.Taken, known + world.Situations);
            return difference;
        });
        TestContext.Out.WriteLine($"{taken} steps, asked of the rules {known} times");
        Assert.That(known, Is.LessThan(taken), "no step was met twice");
    }

    private sealed class World
    {
        private readonly Scenario scenario;
        private readonly KernelSettings settings;
        private readonly TextBehaviour source;
        private readonly BehaviourLibrary library;
        private readonly KnownSteps steps;
        private readonly HashSet<int> effects = [];

        public World(ProgramCase program, Timing timing)
        {
            var text = program.Program;
            source = new TextBehaviour(text, () => 3);
            library = new BehaviourLibrary(source, tasksLeaveNothing: true);
            scenario = new Scenario("random", source.RootTarget.Method, Payload.Null)
            {
                Files = [.. text.Files.Select(f => (f.Key, f.Value))],
                QueueBuffer = text.QueueBuffer,
            };
            settings = scenario.SettingsFrom(new KernelSettings(timing, MaxProcesses: text.MaxProcesses));
            steps = new KnownSteps(settings, scenario, library);
        }

        public int Taken { get; private set; }

        public int Situations => effects.Count;

        public string? FirstDifference(int states)
        {
            var open = new Queue<SearchState>([steps.Begin(source.RootTarget, scenario, seen: 0)]);
            var seen = new HashSet<SearchState>();
            while (seen.Count < states && open.TryDequeue(out var state))
            {
                var kernel = steps.Store.Unpack(state.Shape, state.Parts);
                if (!seen.Add(state) || !kernel.Root.IsAlive)
                    continue;
                foreach (var choice in KernelRules.Choices(kernel))
                {
                    var next = Next(steps, state, choice);
                    var plain = Plain(kernel, state, choice);
                    if (!plain.Equals(steps.Store.Unpack(next.Shape, next.Parts)))
                        return $"{choice} leads to another state when it was seen before";
                    open.Enqueue(next);
                    Taken++;
                }

                for (var place = 0; place < state.Shape.Agents.Length; place++)
                {
                    if (!KernelRules.KindsOf(kernel, kernel.Agents.Values[place]).SequenceEqual(steps.KindsOf(state.Shape, state.Parts, place)))
                        return $"what can happen to {state.Shape.Agents[place]} is otherwise when it was seen before";
                }
            }

            return null;
        }

        /// <summary>The same step, with nothing known of any.</summary>
        private KernelState Plain(KernelState kernel, SearchState state, Choice choice)
        {
            var nothing = new KnownSteps(settings, scenario, library);
            var next = Next(nothing, nothing.Store.Pack(kernel, steps.Store.Histories(state.Shape, state.Parts), seen: 0), choice);
            return nothing.Store.Unpack(next.Shape, next.Parts);
        }

        private SearchState Next(KnownSteps of, SearchState state, Choice choice)
        {
            var parts = state.Copy();
            var effect = of.EffectOf(state.Shape, parts, state.Shape.PlaceOf(choice.Agent), choice.Kind);
            if (of == steps)
                effects.Add(effect.Id);
            var change = of.After(state.Shape, parts, choice, effect);
            return new SearchState(change.To, change.Apply(parts));
        }
    }
}
