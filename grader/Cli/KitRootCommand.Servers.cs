using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Serving;

namespace ExerciseKit.Cli;

/// <remarks>No part of the tool that students install, and neither are the databases that a server needs: see grader/Tool/Tool.csproj.</remarks>
internal sealed partial class KitRootCommand
{
    partial void AddForServers(Kit kit)
    {
        Add(new ServeCommand(kit));
        Add(new WorkCommand(kit));
        Add(new AdminCommand(kit));
        Add(BackupCommand.Writing(kit));
        Add(BackupCommand.Restoring(kit));
    }
}
