using System.CommandLine;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Grading;
using ExerciseKit.Hosting.Checkups;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit doctor</c></summary>
internal sealed class DoctorCommand : KitCommand
{
    private readonly Kit kit;

    public DoctorCommand(Kit kit)
        : base("doctor", "Tells what this machine can keep a hand-in's processes from, by trying it, and how to get the rest.", "kit doctor") =>
        this.kit = kit;

    public override string ExitCodes =>
        """
        Exit codes:
          0    everything is enforced that --require-sandbox demands
          1    something of that is not
          3    no student's process can be started at all
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var result = await ProgressLine.ShowAsync(kit.Terminal.Error, _ => Checkup.RunAsync(cancellation));
        new DoctorReport(kit.Terminal.Output, kit.Language(parsed)).Write(result, MachineNotes.Take());
        return result.IsComplete ? ExitCode.Passed : ExitCode.Failed;
    }
}
