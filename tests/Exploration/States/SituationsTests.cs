using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Exploration.States;

public sealed class SituationsTests
{
    private readonly StateStore store = new(new KernelSettings(Timing.Loose));

    [Test]
    public void States_that_differ_in_what_is_not_read_are_one_situation()
    {
        var asked = 0;
        var situations = new Situations<int>(store, (state, place) =>
        {
            asked++;
            return state.Agent(place).Agent.SeedsDrawn;
        });

        Assert.That(Of(situations, With("one")), Is.Zero);
        Assert.That(Of(situations, With("another")), Is.Zero);
        Assert.That((asked, situations.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void States_that_differ_in_what_is_read_are_asked_about_each()
    {
        var situations = new Situations<string>(store, (state, _) => KernelRules.FileText(state.Kernel, "a")!);

        Assert.That(Of(situations, With("one")), Is.EqualTo("one"));
        Assert.That(Of(situations, With("another")), Is.EqualTo("another"));
        Assert.That(Of(situations, With("one")), Is.EqualTo("one"));
        Assert.That(situations.Count, Is.EqualTo(2));
    }

    [Test]
    public void What_would_be_written_counts_as_read()
    {
        var watched = Watched(With("one"));

        KernelRules.Step(watched.Kernel, new Choice(Names.Root, ChoiceKind.Complete));

        Assert.That(watched.Places, Does.Contain(watched.Shape.PlaceOfObject("file:a")));
    }

    [Test]
    public void A_function_that_does_not_go_by_what_it_reads_is_told()
    {
        var turn = 0;
        var situations = new Situations<int>(store, (state, _) =>
        {
            if (turn++ > 0)
                GC.KeepAlive(KernelRules.FileText(state.Kernel, "a"));
            return state.Agent(0).Agent.Id;
        });
        Of(situations, With("one"));

        Assert.That(() => Of(situations, Renamed(With("another"))), Throws.InvalidOperationException.With.Message.Contains("not a function of what it reads"));
    }

    private static T Of<T>(Situations<T> situations, SearchState state) => situations.Of(state.Shape, state.Parts, 0);

    private WatchedState Watched(SearchState state) => new(store, state.Shape, state.Copy());

    /// <summary>A root that is about to fill a file which holds this.</summary>
    private SearchState With(string content)
    {
        var kernel = new ByHand(Timing.Loose, ("a", content));
        kernel.Submit(Names.Root, new FillFile("a", "new"));
        return store.Pack(kernel.State, NamedMap.Empty<BehaviourNode>(), seen: 0);
    }

    private SearchState Renamed(SearchState state)
    {
        var kernel = store.Unpack(state.Shape, state.Parts);
        return store.Pack(new KernelState(kernel.Settings, NamedMap.Of([Names.Root], [kernel.Root with { Id = 7 }]), kernel.Objects, kernel.Now), NamedMap.Empty<BehaviourNode>(), seen: 0);
    }
}
