using System.CommandLine;

namespace ExerciseKit.Cli.Options;

/// <summary>Whether points are given for proofs alone.</summary>
internal sealed class RequireProofOption : Option<bool>
{
    public RequireProofOption()
        : base("--require-proof") =>
        Description = "Gives points for what was proved alone: what held only where it was sampled counts as an error, with 0 points.";
}
