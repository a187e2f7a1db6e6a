using System.Text.Json;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Courses;

/// <summary>Draws the class's marks from standing results and the course's rules; nothing else has to do with them, and nothing keeps them.</summary>
internal static class ClassMarks
{
    /// <summary>The marks of students.</summary>
    /// <param name="policy">The rules.</param>
    /// <param name="people">The students.</param>
    /// <param name="handIns">All their hand-ins that have a result.</param>
    public static IReadOnlyList<PersonMark> Of(CoursePolicy policy, IReadOnlyList<PersonRow> people, IReadOnlyList<StandingHandIn> handIns)
    {
        var rules = new MarkRules(policy);
        var byPerson = handIns.ToLookup(h => h.PersonId, StringComparer.OrdinalIgnoreCase);
        return [.. people.Select(person => Of(policy, rules, person, [.. byPerson[person.Id].OrderBy(h => h.ReceivedAt).ThenBy(h => h.HandInId)]))];
    }

    /// <summary>The hand-ins that have a result that stands.</summary>
    /// <param name="context">Where they are.</param>
    /// <param name="person">Of one student; null for all.</param>
    public static async Task<IReadOnlyList<StandingHandIn>> LoadAsync(ServiceContext context, string? person, CancellationToken cancellation)
    {
        var rows = await context.HandIns.AsNoTracking()
            .Where(h => person == null || h.PersonId == person)
            .Join(context.Results, h => h.ResultId, r => (Guid?)r.Id, (h, r) => new { h.Id, h.PersonId, h.Exercises, h.ReceivedAt, Result = r.Id, r.Record })
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StandingHandIn(r.Id, r.PersonId, r.Exercises, r.ReceivedAt, r.Result, JsonSerializer.Deserialize<HandInRecord>(r.Record, ResultJson.Options)!))];
    }

    private static PersonMark Of(CoursePolicy policy, MarkRules rules, PersonRow person, IReadOnlyList<StandingHandIn> handIns)
    {
        var counting = new Dictionary<string, StandingHandIn>();
        foreach (var exercise in policy.Exercises)
        {
            if (Counting(policy, [.. handIns.Where(h => h.Exercises.Contains(exercise.Id))]) is { } counts)
                counting[exercise.Id] = counts;
        }

        var mark = rules.Of([new Student(person.Id, person.Name, person.Email)], exercise => counting.GetValueOrDefault(exercise) is { } its
            ? new HandedInPoints(its.Record.Exercises.FirstOrDefault(e => e.Id == exercise)?.Score ?? 0, its.ReceivedAt)
            : null);
        return new PersonMark(person.Id, mark, counting);
    }

    // The newest, but for those beyond what a day allows.
    private static StandingHandIn? Counting(CoursePolicy policy, IReadOnlyList<StandingHandIn> ofExercise) => policy.AttemptsPerDay is not { } most
        ? ofExercise is [.., var newest] ? newest : null
        : ofExercise.GroupBy(h => TimeZoneInfo.ConvertTime(h.ReceivedAt, policy.TimeZone).Date).SelectMany(day => day.Take(most)).LastOrDefault();
}
