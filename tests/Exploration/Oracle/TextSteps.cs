using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>What can be told of a program from its text alone.</summary>
internal static class TextSteps
{
    public static IEnumerable<Statement> In(IEnumerable<Statement> body) => body.SelectMany(statement => statement switch
    {
        If branch => In(branch.Then).Concat(In(branch.Else)),
        Repeat loop => In(loop.Body),
        WorkOn work => work.Jobs.SelectMany(j => In(j.Body)),
        _ => [statement],
    });
}
