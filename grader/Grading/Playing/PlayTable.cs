using System.Globalization;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Playing;

/// <summary>A hand-in that is being played. One at a time may use it.</summary>
public sealed class PlayTable : IAsyncDisposable
{
    private readonly HostPool pool;
    private readonly BehaviourProbe probe;
    private readonly Player player;
    private readonly PlayWords words;

    internal PlayTable(SubmittedExercise handIn, PlayRequest request, EquatableArray<PlayScenario> scenarios, PlayStage stage, ChartOutcome chart, PlayField field, PlayBudget budget, IReadOnlyList<Check> checks, HostPool pool, BehaviourProbe probe)
    {
        (this.pool, this.probe) = (pool, probe);
        player = field.Begin(budget);
        words = new PlayWords(player, checks, file => !handIn.Exercise.Given.Contains(file));
        Exercise = handIn.Exercise;
        About = new PlayAbout(
            handIn.Exercise.Id, handIn.Exercise.Title, request.Path is null, stage.Whole.Id, stage.Whole.Title, stage.Setting.Scenario.Name, stage.Setting.Tier, scenarios, PlayFindings.Of(stage), PlayFindings.Of(chart), request.IsGame && handIn.Exercise.Games?.Repair is not null);
        Sources = [.. handIn.Files.Concat(handIn.Own).Select(f => (f.Name, Encoding.UTF8.GetString(f.Bytes)))];
    }

    /// <summary>What is played.</summary>
    public PlayAbout About { get; }

    /// <summary>The exercise.</summary>
    public Exercise Exercise { get; }

    /// <summary>Proves repairs; null where there is nothing to repair.</summary>
    public RepairProof? Repair { get; internal init; }

    /// <summary>The files of the hand-in, with what is in them.</summary>
    public IReadOnlyList<(string Name, string Text)> Sources { get; }

    /// <summary>How many choices there are here.</summary>
    public int Choices => player.Choices.Count;

    /// <summary>How many choices were made.</summary>
    public int Made => player.Count;

    /// <summary>Where the player is.</summary>
    public PlayView View() => words.View();

    /// <summary>The choices, with what lies behind each.</summary>
    public EquatableArray<PlayOption> Behind() =>
        words.Options().Zip(player.Behind(), (option, behind) => option with { Behind = Ahead(behind) }).ToEquatableArray();

    /// <summary>The way so far.</summary>
    public PlayStory Story() => words.Story();

    /// <summary>The states by how many choices they need, and the way so far.</summary>
    public PlayMap Map() => new(
        player.Levels().Select(l => new PlayMapLevel(l.Level, l.States, l.Fine, l.Broken, l.Deadlocks, l.Ahead)).ToEquatableArray(),
        player.LevelsOfWay().ToEquatableArray(),
        About.Chart.IsWhole);

    /// <summary>Makes a choice.</summary>
    /// <param name="choice">Which, from 1.</param>
    /// <returns>Why it can't be followed: the program does not do the same twice; null where it was.</returns>
    public LocalizedText? Choose(int choice) => Try(() => player.Choose(choice - 1));

    /// <summary>The lines that a choice has printed, in their order, before somebody can choose again; nothing has changed after it.</summary>
    /// <param name="choice">Which, from 1.</param>
    public EquatableArray<string> LinesAfter(int choice)
    {
        var before = player.Steps;
        if (Choose(choice) is not null)
            return [];
        var lines = player.Trace.Steps.Skip(before).SelectMany(s => s.Events).OfType<LinePrinted>().Select(e => e.Line).ToEquatableArray();
        player.Undo();
        return lines;
    }

    /// <summary>Takes choices back.</summary>
    public void Undo(int choices) => player.Undo(choices);

    /// <summary>Makes choices by chance; stops where the program ends, or can't be followed.</summary>
    /// <returns>Why it can't be followed; null where it was.</returns>
    public LocalizedText? Run(int seed, int most) => Try(() => player.Run(seed, most));

    /// <summary>Goes to the nearest state of a kind.</summary>
    public (PlayFound Found, LocalizedText? Why) GoTo(PlayTarget target, CancellationToken cancellation)
    {
        var found = PlayFound.Unknown;
        var why = Try(() => found = player.GoTo(target, cancellation));
        return (found, why);
    }

    /// <summary>Ends its processes.</summary>
    public async ValueTask DisposeAsync()
    {
        probe.Release();
        await pool.DisposeAsync().ConfigureAwait(false);
    }

    private LocalizedText? Try(Action move)
    {
        try
        {
            move();
            return null;
        }
        catch (NondeterminismException e)
        {
            return PlayFindings.Unlike(player.Count + 1, e.Text);
        }
        catch (CondemnedProcessException e)
        {
            return e.Text;
        }
    }

    private static PlayAhead Ahead(PlayBehind behind) => new(behind.States, behind.Interleavings?.ToString(CultureInfo.InvariantCulture), behind.Breaks);
}
