using System.CommandLine;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Reports;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit schema</c></summary>
internal sealed class SchemaCommand : KitCommand
{
    private const string Result = "result";
    private const string FormerResult = "result/1";
    private const string Course = "course";

    private readonly Kit kit;
    private readonly Argument<string> what = new("WHAT")
    {
        Description = "result: what `kit grade --format json` gives, result/1: what --format json/1 gives; course: what `kit grade-all --course` reads.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => Result,
    };

    public SchemaCommand(Kit kit)
        : base("schema", "Prints a JSON Schema: of the result that `kit grade --format json` gives, or of a course's file.", "kit schema > exercisekit.result.2.schema.json", "kit schema course > exercisekit.course.1.schema.json")
    {
        this.kit = kit;
        what.AcceptOnlyFromAmong(Result, FormerResult, Course);
        Add(what);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await kit.Terminal.Raw.WriteAsync(parsed.GetValue(what) switch
        {
            Course => CourseSchema.Text(),
            FormerResult => ResultSchema.Text(1),
            _ => ResultSchema.Text(),
        });
        return ExitCode.Passed;
    }
}
