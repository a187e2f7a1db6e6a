using ExerciseKit.Authoring.Verification;
using ExerciseKit.Cli.Terminals;

namespace ExerciseKit.Cli.Authors;

/// <summary>Tells verification's progress on the progress line.</summary>
internal sealed class VerifyProgressLine(ProgressLine line) : IProgress<VariantResult>
{
    private int done;

    public void Report(VariantResult value) => line.Show($"{++done} graded, the last one {value.ExerciseId} {value.Name}");
}
