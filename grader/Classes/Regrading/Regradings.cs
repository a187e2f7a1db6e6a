using ExerciseKit.Classes.Pages;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Classes.Regrading;

/// <summary>The regradings that stand beside a folder's results, each under its name, until they are applied or discarded.</summary>
/// <param name="results">The results; one's own for as long.</param>
public sealed class Regradings(ResultsFolder results)
{
    private const string Beside = "regradings";
    private const string Applied = "applied";
    private const int MostNameChars = 40;

    /// <summary>Where the results of one are; whether they are there or not.</summary>
    /// <exception cref="BadInputException">It is no name that a folder can have.</exception>
    public string PathOf(string name) => name is { Length: > 0 and <= MostNameChars } && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
        ? Path.Combine(results.Path, Beside, name)
        : throw new BadInputException($"\"{name}\" is no name for a regrading: letters, digits, - and _ are, {MostNameChars} at most.");

    /// <summary>Opens one that is there.</summary>
    /// <exception cref="BadInputException">It is not.</exception>
    public ResultsFolder Open(string name)
    {
        if (Directory.Exists(PathOf(name)))
            return ResultsFolder.Open(PathOf(name));
        var there = Directory.Exists(Path.Combine(results.Path, Beside)) ? Directory.GetDirectories(Path.Combine(results.Path, Beside)).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList() : [];
        throw new BadInputException($"{results.Path} has no regrading \"{name}\"{(there.Count > 0 ? $"; it has {string.Join(", ", there)}" : "")}. `kit regrade {results.Path} --as {name}` makes one.");
    }

    /// <summary>Puts the marks of one in the place of those that stand; these are kept. Stopped in the middle, it can be done again.</summary>
    /// <param name="name">Which.</param>
    /// <param name="neverLower">Whether a hand-in that would get less keeps what it has.</param>
    /// <returns>What became of each hand-in, in order of their places.</returns>
    public IReadOnlyList<AppliedMark> Apply(string name, bool neverLower)
    {
        var applied = new List<AppliedMark>();
        using (var regraded = Open(name))
        {
            var before = results.Records;
            var identity = regraded.Identity ?? throw new BadInputException($"The regrading \"{name}\" holds nothing yet.");
            foreach (var after in regraded.Records.Values.OrderBy(r => r.Place, StringComparer.Ordinal))
            {
                if (after.Fault is not null)
                    throw new BadInputException($"The grader failed on {after.Place} in \"{name}\", so nothing was applied: {after.Fault} Call `kit regrade` again with the same name; it grades those alone that have no result.");
            }

            foreach (var after in regraded.Records.Values.OrderBy(r => r.Place, StringComparer.Ordinal))
                applied.Add(Apply(name, before.GetValueOrDefault(after.Key), after, regraded, neverLower));
            // Where some marks are still the old kit's, the next grading of the class must not mix them unseen.
            if (before.Keys.All(regraded.Records.ContainsKey))
                results.Replace(identity with { HandIns = results.Identity!.HandIns, CourseFile = results.Identity.CourseFile, Gradebook = results.Identity.Gradebook });
        }

        MoveAway(name);
        return applied;
    }

    /// <summary>Forgets one. The marks that stand were never touched by it.</summary>
    public void Discard(string name)
    {
        using (Open(name))
        {
        }

        Directory.Delete(PathOf(name), recursive: true);
    }

    private AppliedMark Apply(string name, HandInRecord? before, HandInRecord after, ResultsFolder regraded, bool neverLower)
    {
        if (before is not null && before.GradedAs == after.GradedAs)
            return new AppliedMark(after.Place, before.Score, before.Score, WasKept: false);
        var isKept = neverLower && before is { Fault: null } && after.Score < before.Score;
        var said = isKept
            ? $"Regraded as {name} it would get {after.Score} instead of {before!.Score}; the higher mark stays."
            : $"Regraded as {name}: {before?.Score ?? 0} became {after.Score}.";
        // Named as graded by the new kit in both cases, so that it is not graded again.
        var (record, result) = isKept ? (before! with { GradedAs = after.GradedAs }, results.ResultOf(after.Key)) : (after, regraded.ResultOf(after.Key));
        if (isKept || before?.Score != after.Score)
            record = record with { Notes = record.Notes.Append(said).ToEquatableArray() };
        results.Put(record, result, HandInPage.Of(record, result));
        return new AppliedMark(after.Place, before?.Score ?? 0, record.Score, isKept);
    }

    private void MoveAway(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(results.Path, Applied)).FullName;
        Directory.Move(PathOf(name), Enumerable.Range(1, int.MaxValue).Select(n => Path.Combine(folder, $"{name}.{n}")).First(p => !Directory.Exists(p)));
    }
}

/// <summary>What applying a regrading did to a hand-in.</summary>
/// <param name="Place">The hand-in.</param>
/// <param name="Before">The points that it had.</param>
/// <param name="After">The points that it has.</param>
/// <param name="WasKept">Whether it would have got less, and kept what it had.</param>
public sealed record AppliedMark(string Place, int Before, int After, bool WasKept);
