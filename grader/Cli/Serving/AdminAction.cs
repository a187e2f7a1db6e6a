using System.CommandLine;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Service;

namespace ExerciseKit.Cli.Serving;

/// <summary>One thing that <c>kit admin</c> does.</summary>
internal sealed class AdminAction : Command
{
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it does.</param>
    /// <param name="symbols">Its arguments and options.</param>
    /// <param name="act">How.</param>
    /// <param name="admin">Opens the database.</param>
    public AdminAction(string name, string description, IReadOnlyList<Symbol> symbols, Func<ParseResult, Administration, CancellationToken, Task> act, AdminCommand admin)
        : base(name, description)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                Add(argument);
            else
                Add((Option)symbol);
        }

        SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await admin.OpenAsync(parsed, cancellation);
            await act(parsed, opened, cancellation);
            return ExitCode.Passed;
        });
    }
}
