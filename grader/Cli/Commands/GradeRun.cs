using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Reports;

namespace ExerciseKit.Cli.Commands;

/// <summary>One grading, from its request to the report and the exit code.</summary>
internal sealed class GradeRun(Terminal terminal, string root)
{
    public async Task<int> ExecuteAsync(GradeRequest request, bool asJson, CancellationToken cancellation)
    {
        var result = await ProgressLine.ShowAsync(
            terminal.Error,
            line => new Grader(root).GradeAsync(request, new GradeProgressLine(line, terminal.Complain), cancellation));
        Report(asJson, request.Path).Write(result);
        return ExitCodeOf(result);
    }

    /// <summary>The grader's fault outweighs a failed check, for no mark may be drawn then.</summary>
    internal static int ExitCodeOf(GradeResult result)
    {
        var checks = result.Exercises.SelectMany(e => e.Checks).ToList();
        // Nothing checked is nothing proved: it must not look like a pass.
        if (!result.Gradable || checks.Count == 0)
            return ExitCode.GraderFault;
        return checks.All(c => c.Status == CheckStatus.Passed) ? ExitCode.Passed : ExitCode.Failed;
    }

    private IReport Report(bool asJson, string handIn)
    {
        // Where kit replay looks by itself.
        var named = Path.GetFullPath(handIn) == Path.Combine(root, KitRoot.ExercisesFolder) ? null : handIn;
        var json = new JsonReport(terminal.Raw);
        return asJson ? json : new FallbackReport(new ConsoleReport(terminal.Output, named), json, failure =>
            terminal.Complain($"The report failed, so the result follows as JSON. This is a fault of the kit; report it: {failure.Message}"));
    }
}
