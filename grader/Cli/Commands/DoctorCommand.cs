using System.CommandLine;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
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

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    everything is enforced that --require-sandbox demands
          1    something of that is not
          3    no student's process can be started at all
        """,
        """
        退出码：
          0    --require-sandbox 要求的全部落实
          1    其中有的没有落实
          3    根本无法启动学生的进程
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var result = await ProgressLine.ShowAsync(kit.Terminal.Error, _ => Checkup.RunAsync(cancellation));
        new DoctorReport(kit.Terminal.Output, kit.Language(parsed)).Write(result, MachineNotes.Take());
        return result.IsComplete ? ExitCode.Passed : ExitCode.Failed;
    }
}
