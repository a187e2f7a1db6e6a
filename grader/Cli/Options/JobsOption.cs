using System.CommandLine;

namespace ExerciseKit.Cli.Options;

/// <summary>How many hand-ins are graded at once.</summary>
internal sealed class JobsOption : Option<int?>
{
    private const int Most = 64;

    public JobsOption()
        : base("--jobs")
    {
        Description = "How many hand-ins are graded at once. Default: as many as there are processors.";
        HelpName = "N";
        Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } jobs and (< 1 or > Most))
                result.AddError($"--jobs {jobs} is no number of hand-ins: 1 to {Most} can be graded at once.");
        });
    }

    public int Of(ParseResult parsed) => parsed.GetValue(this) ?? Math.Min(Environment.ProcessorCount, Most);
}
