using ExerciseKit.Cli.Authors;
using ExerciseKit.Cli.Commands;

namespace ExerciseKit.Cli;

/// <remarks>No part of the tool that students install: see grader/Tool/Tool.csproj.</remarks>
internal sealed partial class KitRootCommand
{
    partial void AddForAuthors(Kit kit)
    {
        Add(new VerifyCommand(kit));
        Add(new NewCommand(kit));
    }
}
