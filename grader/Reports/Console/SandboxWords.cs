using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What the program was kept from, in one line.</summary>
internal static class SandboxWords
{
    public static string Of(SandboxReport sandbox) => sandbox switch
    {
        { IsComplete: true } => "The program ran in a sandbox (bubblewrap).",
        { NotEnforced: [var first, ..] } => $"The program ran without a sandbox: {Plain.Line(first.Why)}",
        _ => "The program ran without a sandbox.",
    };
}
