using System.CommandLine;
using DiffPlex.Renderer;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit solution ID</c></summary>
internal sealed class SolutionCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ExerciseArgument exercise = new("The exercise; the beginning of its id is enough.");

    public SolutionCommand(Kit kit)
        : base("solution", "Shows how the course's own solution differs from yours, once yours has full marks.", "kit solution 07-ticket-sale")
    {
        this.kit = kit;
        Add(exercise);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var chosen = place.Course.Choose(parsed.GetRequiredValue(exercise));
        var progress = CourseProgress.Of(place, kit.Book(place, parsed));
        if (progress.Exercises.Single(e => e.Exercise.Id == chosen.Id).State != ExerciseState.Solved)
            throw new BadInputException(ProgressTexts.NotSolvedYet(chosen));
        foreach (var file in chosen.Files)
            kit.Terminal.Output.Write(new PlainText(Difference(place.Student.Of(chosen), SolutionOf(place.Course.Root, chosen), file, parsed)));
        return Task.FromResult(ExitCode.Passed);
    }

    // A student's package holds none: they come with the teacher's course.
    private static string SolutionOf(string root, Exercise exercise) =>
        Path.Combine(root, "solutions", exercise.Id) is var folder && Directory.Exists(folder) ? folder : throw new BadInputException(ProgressTexts.NoSolutions(exercise));

    private string Difference(string own, string solution, string file, ParseResult parsed)
    {
        var (mine, its) = (File.ReadAllText(Path.Combine(own, file)), File.ReadAllText(Path.Combine(solution, file)));
        var language = kit.Language(parsed);
        return mine == its
            ? ProgressTexts.SameAsSolution(file).In(language) + "\n"
            : UnidiffRenderer.GenerateUnidiff(mine, its, $"{file} ({ProgressTexts.Yours.In(language)})", $"{file} ({ProgressTexts.TheCourses.In(language)})");
    }
}
