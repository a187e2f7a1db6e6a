using System.Text.Json;
using System.Text.RegularExpressions;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Grading.Checking;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExerciseKit.Authoring.Verification;

/// <summary>What can be told of an exercise by reading it: checks, points, sheets, and what its author left undone.</summary>
internal static class ExerciseReview
{
    private const int Points = 10;
    private const int SeedsTried = 200;
    private const int LeastMutants = 4;
    private const int LeastOtherRightAnswers = 2;
    private const string Undone = "TODO";

    private static readonly string[] Sheets = ["README.md", "README.zh-CN.md"];

    /// <summary>Its faults, each with the file that has it.</summary>
    public static IReadOnlyList<string> FaultsOf(Exercise exercise) => FaultsOf(exercise, CheckCatalog.Find(exercise.Id));

    /// <inheritdoc cref="FaultsOf(Exercise)"/>
    internal static IReadOnlyList<string> FaultsOf(Exercise exercise, ExerciseChecks? written)
    {
        var solution = Path.Combine(exercise.Folder, "..", "..", "solutions", exercise.Id);
        return
        [
            .. written is { } checks
                ? FaultsOf(checks, exercise.Limits).Select(f => $"exercises/{exercise.Id}/checks: {f}")
                : [$"exercises/{exercise.Id}/checks: no class there derives from ExerciseChecks(\"{exercise.Id}\"). Write one, and build the kit again."],
            .. written is null || DrawingFault(written, exercise.Limits) is not null ? [] : UnknownEntries(exercise, written),
            .. exercise.Files.Concat(exercise.Given).Where(f => !File.Exists(Path.Combine(exercise.Folder, f))).Select(f => $"exercises/{exercise.Id}/{f} is named in {ExerciseCatalog.FileName}, but not there. Restore it."),
            .. IsDeclaredIn(exercise) ? [] : (string[])[$"exercises/{exercise.Id}/{ExerciseCatalog.FileName}: \"class\" is \"{exercise.ClassName}\", which the stub does not declare: {string.Join(", ", exercise.Files)}."],
            .. Sheets.Where(s => !File.Exists(Path.Combine(exercise.Folder, s))).Select(s => $"exercises/{exercise.Id}/{s}, the task sheet, is not there."),
            .. TooFew(solution, "mutants", LeastMutants, "wrong answers"),
            .. TooFew(solution, "right", LeastOtherRightAnswers, "right answers of another shape than the solution"),
            .. OutputFaults(solution),
            .. LeftUndone(exercise),
        ];
    }

    /// <summary>Whether its checks call what it does not have, so that no answer can be graded by them.</summary>
    public static bool CallsUnknownEntries(Exercise exercise) =>
        CheckCatalog.Find(exercise.Id) is { } checks && DrawingFault(checks, exercise.Limits) is null && UnknownEntries(exercise, checks).Any();

    /// <summary>Under which seed what varies can't be drawn, and why; null where it always can.</summary>
    private static string? DrawingFault(ExerciseChecks written, ExerciseLimits limits)
    {
        for (var seed = 1; seed <= SeedsTried; seed++)
        {
            try
            {
                _ = written.Checks(CheckCatalog.DrawWithin(limits, seed));
            }
            catch (InvalidOperationException e)
            {
                return $"under the seed {seed}, {e.Message}";
            }
        }

        return null;
    }

    private static IEnumerable<string> FaultsOf(ExerciseChecks written, ExerciseLimits limits)
    {
        if (DrawingFault(written, limits) is { } undrawn)
        {
            yield return undrawn;
            yield break;
        }

        var checks = written.Checks(CheckCatalog.DrawWithin(limits, 1));
        foreach (var twice in checks.GroupBy(c => c.Id).Where(g => g.Count() > 1))
            yield return $"the id \"{twice.Key}\" is that of {twice.Count()} checks.";
        if (checks.Sum(c => c.Points) is var sum and not Points)
            yield return $"the points add up to {sum}, where {Points} are needed: {string.Join(", ", checks.Select(c => $"{c.Id} {c.Points}"))}.";
        foreach (var check in checks.Where(c => c.Points < 1))
            yield return $"{check.Id} is worth {check.Points} points, where at least 1 is needed.";
        foreach (var check in checks.SelectMany(c => c.All).Where(c => c.Scenarios.Count == 0 || c.Properties.Count == 0))
            yield return $"{check.Id} has {(check.Scenarios.Count == 0 ? "no scenario: say In(…)" : "no property: say what must hold")}.";
        if (written.Live is null)
            yield return "Live is not overridden: `kit verify --live` needs a larger setting.";
    }

    private static IEnumerable<string> UnknownEntries(Exercise exercise, ExerciseChecks checks)
    {
        var called = checks.Checks(CheckCatalog.DrawWithin(exercise.Limits, 1)).SelectMany(c => c.All).SelectMany(c => c.Scenarios, (c, s) => (Who: $"{c.Id}'s scenario '{s.Name.En}'", s.Entry));
        if (checks.Live is { } live)
            called = called.Append(("Live", live.Scenario.Entry));
        var unknown = called.Where(c => exercise.Entries.All(e => e.Name != c.Entry)).DistinctBy(c => c.Entry);
        return unknown.Select(c => $"exercises/{exercise.Id}/{ExerciseCatalog.FileName}: \"entries\" lacks {c.Entry}, which {c.Who} calls; it has {string.Join(", ", exercise.Entries.Select(e => e.Name))}.");
    }

    private static bool IsDeclaredIn(Exercise exercise) => exercise.Files.Any(file => !File.Exists(Path.Combine(exercise.Folder, file))) || exercise.Files
        .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(exercise.Folder, file))))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
        .Any(type => type.Identifier.ValueText == exercise.ClassName);

    private static IEnumerable<string> TooFew(string solution, string kind, int least, string what)
    {
        var folder = Path.Combine(solution, kind);
        var count = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs").Length : 0;
        return count < least ? [$"solutions/{Path.GetFileName(solution)}/{kind} holds {count} {what}, where at least {least} are needed."] : [];
    }

    private static IEnumerable<string> OutputFaults(string solution)
    {
        var file = $"solutions/{Path.GetFileName(solution)}/{ExpectedOutput.FileName}";
        try
        {
            ExpectedOutput.Read(solution);
            return [];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [$"{file} is not there: say in it what the solution prints when it is run by hand."];
        }
        catch (Exception e) when (e is JsonException or RegexParseException)
        {
            return [$"{file} can't be read: {e.Message}"];
        }
    }

    private static IEnumerable<string> LeftUndone(Exercise exercise)
    {
        // The stub's own TODO is the student's.
        var others = Directory.EnumerateFiles(exercise.Folder, "*", SearchOption.TopDirectoryOnly)
            .Where(f => Path.GetExtension(f) is ".md" or ".json" && File.ReadAllText(f).Contains(Undone, StringComparison.Ordinal));
        return others.Order(StringComparer.Ordinal).Select(f => $"exercises/{exercise.Id}/{Path.GetFileName(f)} still says {Undone}.");
    }
}
