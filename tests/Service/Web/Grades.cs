using System.Text.Json;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service.Web;

/// <summary>Results, written as a worker writes them.</summary>
internal static class Grades
{
    /// <summary>What a failed check of a made-up result says, with the check's id behind it.</summary>
    public const string Found = "found-in-";

    /// <summary>A result in which every check fails, and each says which it is.</summary>
    public static GradeResult Failing(IEnumerable<string> exercises, int points = 0) => new(
        "test", Gradable: true, null, "hash", 1,
        exercises.Select(id => new ExerciseResult(
            id,
            ServiceHost.Catalog.Find(id)!.Title,
            CheckTitles.Of(id).Select((c, i) => new CheckResult(
                c.Id, c.Title, i == 0 && points > 0 ? CheckStatus.Passed : CheckStatus.Failed, i == 0 && points > 0 ? Verdict.Passed : Verdict.Violation, i == 0 ? points : 0, 2,
                (Found + c.Id, Found + c.Id))
            { Timeline = [new TimelineStep(1, "main", (Found + c.Id, Found + c.Id), LocalizedText.Empty, null, 0)] }).ToEquatableArray(),
            new ProgramOutput("printed-by-the-program", "", 0))).ToEquatableArray(),
        new Timing(1, new Dictionary<string, IReadOnlyDictionary<string, double>>()));

    /// <summary>Brings a result for the newest grading of a hand-in.</summary>
    public static async Task PutAsync(ServiceContext context, Guid handIn, GradeResult? given, GradingReason reason = GradingReason.HandedIn)
    {
        var row = await context.HandIns.SingleAsync(h => h.Id == handIn);
        var person = await context.People.SingleAsync(p => p.Id == row.PersonId);
        var grading = await context.Gradings.Where(g => g.HandInId == handIn && g.Reason == reason).OrderByDescending(g => g.AskedAt).FirstAsync();
        var result = given ?? Failing(row.Exercises);
        var record = new HandInRecord(handIn.ToString("N"), row.FileName, [new Student(person.Id, person.Name, person.Email)], "as") { SubmittedAt = row.ReceivedAt, Exercises = result.Exercises.Select(ExerciseMark.Of).ToEquatableArray() };
        var now = await context.NowAsync(CancellationToken.None);
        var brought = new ResultRow
        {
            Id = Guid.NewGuid(),
            HandInId = handIn,
            GradingId = grading.Id,
            Attempt = 1,
            Kit = "kit",
            KitVersion = "test",
            GradedAs = "as",
            Hash = "hash",
            Content = ResultContent.Pack(result),
            Record = JsonSerializer.Serialize(record, ResultJson.Options),
            GradedAt = now,
            WorkerId = "worker",
        };
        context.Results.Add(brought);
        (grading.State, grading.Attempt, grading.BegunAt, grading.EndedAt) = (GradingState.Graded, 1, now, now);
        if (reason != GradingReason.Regrading)
            row.ResultId = brought.Id;
        await context.SaveChangesAsync();
    }

    /// <summary>Tells of a check while its hand-in is being graded.</summary>
    public static async Task TellAsync(ServiceContext context, Guid handIn, string exercise, string check, Verdict verdict)
    {
        var grading = await context.Gradings.SingleAsync(g => g.HandInId == handIn);
        var title = CheckTitles.Of(exercise).First(c => c.Id == check).Title.En;
        grading.State = GradingState.Grading;
        context.ChecksSeen.Add(new CheckSeenRow
        {
            GradingId = grading.Id,
            Attempt = grading.Attempt,
            Number = await context.ChecksSeen.CountAsync() + 1,
            Exercise = exercise,
            Check = JsonSerializer.Serialize(new CheckMark(check, title, verdict == Verdict.Passed ? CheckStatus.Passed : CheckStatus.Failed, verdict, verdict == Verdict.Passed ? 2 : 0, 2), ResultJson.Options),
        });
        await context.SaveChangesAsync();
    }
}
