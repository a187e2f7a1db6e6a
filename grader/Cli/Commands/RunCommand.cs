using System.CommandLine;
using System.Diagnostics;
using ExerciseKit.Cli.Options;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit run ID</c></summary>
internal sealed class RunCommand : KitCommand
{
    // A program at the terminal gets Ctrl-C too; what it does with it may take this long.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    private readonly Kit kit;
    private readonly ExerciseArgument exercise = new("The exercise; the beginning of its id is enough.");

    public RunCommand(Kit kit)
        : base("run", "Runs an exercise's own program with real processes, and ends with its exit code.", "kit run 01-spawn", "kit run 07")
    {
        this.kit = kit;
        Add(exercise);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var chosen = place.Course.Choose(parsed.GetRequiredValue(exercise));
        var start = new ProcessStartInfo("dotnet", ["run", "--project", Path.Combine(place.Student.Of(chosen), Path.GetFileName(chosen.ProjectFile))]) { UseShellExecute = false };

        // RS0030: the program is the user's own, at the user's terminal; the user bounds it.
#pragma warning disable RS0030
        using var program = Process.Start(start) ?? throw new GraderFaultException("dotnet did not start; check that the .NET SDK is on the PATH.");
#pragma warning restore RS0030
        try
        {
            await program.WaitForExitAsync(cancellation);
            return program.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(program);
            throw;
        }
    }

    private static async Task EndAsync(Process program)
    {
        using var patience = new CancellationTokenSource(TimeToEnd);
        try
        {
            await program.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
        }
    }
}
