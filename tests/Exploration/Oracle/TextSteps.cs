using ExerciseKit.Exploration.Search;
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

    /// <summary>The facts that a scan of the program's code would find.</summary>
    public static ProgramFacts FactsOf(SmallProgram program)
    {
        var steps = program.Processes.Values.SelectMany(p => In(p.Body)).ToList();
        return new ProgramFacts(
            Terminates: steps.Exists(s => s is Terminate or Kill),
            AsksWhoLives: steps.Exists(s => s is AskAlive or AskExitCode or ListChildren),
            JoinsWithPatience: steps.Exists(s => s is Join { Seconds: not null }),
            ReadsClocks: steps.Exists(s => s is LookAtClock),
            AsksWhoItIs: false);
    }
}
