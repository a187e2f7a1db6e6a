using System.CommandLine;
using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Commands;

/// <summary>A subcommand of <c>kit</c>.</summary>
internal abstract class KitCommand : Command
{
    protected KitCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(RunAsync);
    }

    /// <summary>Command lines that work, for the help.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>What its exit codes mean, for the help, where that is not what they mean elsewhere; else null.</summary>
    public virtual LocalizedText? ExitCodes => null;

    /// <summary>Does it, and gives the exit code.</summary>
    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation);
}
