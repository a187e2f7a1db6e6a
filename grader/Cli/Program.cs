using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Terminals;
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
            terminal.Complain($"The grader failed, and no mark was drawn. {e.Message}");
            return ExitCode.GraderFault;
        }
        catch (UnwritableOutputException e)
        {
            terminal.Complain($"The result could not be shown: {e.Message}");
            return ExitCode.GraderFault;
        }
        catch (OperationCanceledException)
        {
            terminal.Complain("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            terminal.Complain($"The grader failed, and no mark was drawn. This is a fault of the kit; report it: {e.GetType().Name}: {e.Message}");
            if (Environment.GetEnvironmentVariable("EXERCISEKIT_TRACE") == "1")
                terminal.Complain(e.ToString());
            return ExitCode.GraderFault;
        }
    }
}
