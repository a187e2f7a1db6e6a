using System.CommandLine;

namespace ExerciseKit.Cli.Options;

/// <summary>One exercise that a user names.</summary>
internal sealed class ExerciseArgument : Argument<string>
{
    public ExerciseArgument(string description)
        : base("ID") => Description = description;
}
