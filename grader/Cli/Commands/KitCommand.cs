using System.CommandLine;

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

    /// <summary>Does it, and gives the exit code.</summary>
    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation);
}
