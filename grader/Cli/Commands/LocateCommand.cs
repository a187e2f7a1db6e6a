using System.CommandLine;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit locate</c>: for the projects of a student's folder, which ask it while they are built.</summary>
internal sealed class LocateCommand : KitCommand
{
    private readonly Kit kit;

    public LocateCommand(Kit kit)
        : base("locate", "Prints the folder of the tool's assemblies, and writes it down for the projects of the folder it is called in.", "kit locate")
    {
        this.kit = kit;
        Hidden = true;
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        kit.Place(parsed);
        kit.Terminal.Raw.WriteLine(Kit.ToolFolder);
        return Task.FromResult(ExitCode.Passed);
    }
}
