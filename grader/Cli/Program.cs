using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Cli;

/// <summary>Turns every way in which a command can end into an exit code and a message; no stack trace reaches a user.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var terminal = Terminal.Open();
        var command = new KitRootCommand(terminal);
        try
        {
            return await command.RunAsync(args);
        }
        catch (BadInputException e)
        {
            terminal.Complain(e.Text?.In(command.Language) ?? e.Message);
            return ExitCode.BadInput;
        }
        catch (GraderFaultException e)
        {
            terminal.Complain(command.Language.Say($"The grader failed, and no mark was drawn. {e.Message}", $"没有给出成绩。{e.Text.Zh}"));
            return ExitCode.GraderFault;
        }
        catch (UnwritableOutputException e)
        {
            terminal.Complain(command.Language.Say($"The result could not be shown: {e.Message}", $"结果无法显示：{e.Message}"));
            return ExitCode.GraderFault;
        }
        catch (OperationCanceledException)
        {
            terminal.Complain(command.Language.Say("Cancelled.", "已取消。"));
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            terminal.Complain(command.Language.Say(
                $"The grader failed, and no mark was drawn. This is a fault of the kit; report it: {e.GetType().Name}: {e.Message}",
                $"评分程序出错，没有给出成绩。这是 kit 的毛病，请报告：{e.GetType().Name}: {e.Message}"));
            if (Environment.GetEnvironmentVariable("EXERCISEKIT_TRACE") == "1")
                terminal.Complain(e.ToString());
            return ExitCode.GraderFault;
        }
    }
}
