using System.Diagnostics;
using System.Text.RegularExpressions;
using ExerciseKit.Exercises;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Session;
using ExerciseKit.Tests.Session.Watching;

namespace ExerciseKit.Benchmarks.Student;

/// <summary>How long a watch session takes from a save to the verdict on the screen, beside an incremental <c>dotnet build</c> of the same edit.</summary>
internal static partial class WatchBenchmark
{
    private const int Edits = 20;
    private const int Builds = 7;

    /// <summary>Between a verdict and the next save: nobody reads and types faster, and the session makes the next grading ready meanwhile.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(2);

    /// <summary>The wrong answer that takes turns with the course's own, by exercise.</summary>
    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["01-spawn"] = "start-join-in-the-loop",
        ["07-ticket-sale"] = "no-lock",
        ["15-pool"] = "terminated-not-joined",
        ["17-traffic-light"] = "busy-wait",
    };

    /// <param name="ids">The exercises; none for all.</param>
    public static async Task RunAsync(IReadOnlyList<string> ids, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"{Edits} saves of each, a right file and a wrong one in turn, {Thinking.TotalSeconds} s after the verdict before, in one session; {Builds} builds with the compiler server on; milliseconds\n");
        var table = new MarkdownTable(output, "exercise", "right: median", "most", "wrong: median", "most", "`dotnet build`: median", "least", "a save against a build");
        foreach (var exercise in CourseFolder.Whole.Exercises.Where(e => Wrong.ContainsKey(e.Id) && (ids.Count == 0 || ids.Contains(e.Id))))
        {
            using var student = new CourseFolder();
            student.Write();
            var (right, wrong) = await SavesAsync(student, exercise, cancellation);
            var builds = await BuildsAsync(student, exercise, cancellation);
            table.Row(exercise.Id, $"{Median(right):f0}", $"{right.Max():f0}", $"{Median(wrong):f0}", $"{wrong.Max():f0}", $"{Median(builds):f0}", $"{builds.Min():f0}", $"{Median([.. right, .. wrong]) / Median(builds):f2}");
        }
    }

    private static async Task<(List<double> Right, List<double> Wrong)> SavesAsync(CourseFolder student, Exercise exercise, CancellationToken cancellation)
    {
        var (right, wrong) = (new List<double>(), new List<double>());
        var (solution, mutant) = Answers(exercise);
        var file = FileOf(student, exercise);
        await using var running = new RunningSession(student, exercise.Id);
        await running.Until("the stub is graded", s => s.Step is null && s.FirstFailure is not null);
        await SaveAsync(solution, 0, isRight: true);
        for (var edit = 1; edit <= Edits; edit++)
        {
            cancellation.ThrowIfCancellationRequested();
            wrong.Add(await SaveAsync(mutant, edit, isRight: false));
            right.Add(await SaveAsync(solution, edit, isRight: true));
        }

        return (right, wrong);

        async Task<double> SaveAsync(string text, int edit, bool isRight)
        {
            var edited = Edited(text, edit);
            await Task.Delay(Thinking, cancellation);
            var clock = Stopwatch.StartNew();
            await File.WriteAllTextAsync(file, edited, cancellation);
            await running.Until($"save {edit} is graded", s => s.Step is null && s.IsSolved == isRight && (isRight || s.FirstFailure is not null));
            return clock.Elapsed.TotalMilliseconds;
        }
    }

    private static async Task<List<double>> BuildsAsync(CourseFolder student, Exercise exercise, CancellationToken cancellation)
    {
        var folder = Path.Combine(student.Root, "exercises", exercise.Id);
        var took = new List<double>();
        // The first one restores, and starts the servers.
        for (var edit = 0; edit <= Builds; edit++)
        {
            await File.WriteAllTextAsync(FileOf(student, exercise), Edited(Answers(exercise).Right, Edits + 1 + edit), cancellation);
            var one = (await Commands.RunAsync("dotnet", ["build", "-v", "quiet", .. edit == 0 ? (string[])[] : ["--no-restore"]], folder, 0, cancellation)).TotalMilliseconds;
            if (edit > 0)
                took.Add(one);
        }

        return took;
    }

    private static string FileOf(CourseFolder student, Exercise exercise) => Path.Combine(student.Root, "exercises", exercise.Id, exercise.Files[0]);

    private static (string Right, string Wrong) Answers(Exercise exercise)
    {
        var solution = Repository.Solution(exercise.Id);
        return (File.ReadAllText(Path.Combine(solution, exercise.Files[0])), File.ReadAllText(Path.Combine(solution, "mutants", Wrong[exercise.Id] + ".cs")));
    }

    // Another statement in the body of the first method that has one: other code, and the same program.
    private static string Edited(string source, int edit) => FirstBody().Replace(source, m => $"{m.Value}\n        _ = \"edit {edit}\".Length;", 1);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"static [^\n;=]*\([^\n;=]*\)\s*\{")]
    private static partial Regex FirstBody();
}
