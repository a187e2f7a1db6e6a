using ExerciseKit.Authoring.Verification;
using ExerciseKit.Cli.Terminals;

namespace ExerciseKit.Cli.Authors;

/// <summary>Tells the progress of runs in real time on the progress line.</summary>
internal sealed class LiveProgressLine(ProgressLine line) : IProgress<LiveVerification>
{
    public void Report(LiveVerification value) => line.Show($"{value.ExerciseId} has run");
}
