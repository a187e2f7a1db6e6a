using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Join;

/// <summary>The children that had said that they run, and had not ended when the parent's own code was done.</summary>
/// <param name="Children">Who they are, by the name in their line.</param>
/// <param name="IsAnswered">Whether the parent's code is done: from then on nothing changes.</param>
internal sealed record StillRunning(EquatableArray<Saying> Children, bool IsAnswered)
{
    public IEnumerable<string> Names => Children.Select(c => c.Text);

    public static Observer<StillRunning> Of(Party party) => new(
        new StillRunning([], IsAnswered: false),
        (running, happened) => running.IsAnswered ? running : happened switch
        {
            ProcessLeaving => running with { IsAnswered = true },
            LinePrinted => running with { Children = [.. running.Children.Append(new Saying(party.Running.Capture(happened, "name"), happened.Agent)).OrderBy(c => c.Text, StringComparer.Ordinal)] },
            _ => running with { Children = [.. running.Children.Where(c => c.Agent != happened.Agent)] },
        },
        [party.Running.By(Who.Child), new EndPattern { Who = Who.Child }, new LeavingPattern { Who = Who.Root }])
    { SeesTime = false };
}
