using System.CommandLine;

namespace ExerciseKit.Cli.Options;

/// <summary>Whether a machine that can't make a sandbox must not grade.</summary>
internal sealed class RequireSandboxOption : Option<bool>
{
    public RequireSandboxOption()
        : base("--require-sandbox") => Description = "Ends with exit code 3 where this machine can't keep the processes in a sandbox; kit doctor tells why.";
}
