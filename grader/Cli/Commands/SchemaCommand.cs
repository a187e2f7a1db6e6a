using System.CommandLine;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Playing;
using ExerciseKit.Reports;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit schema</c></summary>
internal sealed class SchemaCommand : KitCommand
{
    private const string Result = "result";
    private const string FormerResult = "result/1";
    private const string Course = "course";
    private const string Play = "play";

    private readonly Kit kit;
    private readonly Argument<string> what = new("WHAT")
    {
        Description = "result: what `kit grade --format json` gives, result/1: what --format json/1 gives; course: what `kit grade-all --course` reads; play: what `kit play --json` reads and writes.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => Result,
    };

    public SchemaCommand(Kit kit)
        : base("schema", "Prints a JSON Schema: of the result that `kit grade --format json` gives, of a course's file, or of the lines of `kit play --json`.", "kit schema > exercisekit.result.2.schema.json", "kit schema course > exercisekit.course.1.schema.json", "kit schema play > exercisekit.play.1.schema.json")
    {
        this.kit = kit;
        what.AcceptOnlyFromAmong(Result, FormerResult, Course, Play);
        Add(what);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await kit.Terminal.Raw.WriteAsync(parsed.GetValue(what) switch
        {
            Course => CourseSchema.Text(),
            Play => PlaySchema.Text(),
            FormerResult => ResultSchema.Text(1),
            _ => ResultSchema.Text(),
        });
        return ExitCode.Passed;
    }
}
