using System.Globalization;
using System.IO.Compression;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>All that the service keeps of a class, as a zip that needs no kit to be read: files as they were handed in, results as JSON, marks and the log as CSV.</summary>
internal static class ClassExport
{
    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(Stream to, ServiceContext context, StandingCourse course, CancellationToken cancellation)
    {
        var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation).ConfigureAwait(false);
        await using var _ = archive.ConfigureAwait(false);
        await AddAsync(archive, "course.json", course.Row.Text, cancellation).ConfigureAwait(false);
        if (course.Row.RosterText is { } roster)
            await AddAsync(archive, "roster.csv", roster, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var facts = await FactReading.ReadAsync(context, null, cancellation).ConfigureAwait(false);
        var people = await context.People.AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        await AddAsync(archive, "marks.csv", Marks(course, people, facts, now), cancellation).ConfigureAwait(false);
        await AddAsync(archive, "people.csv", CsvText.Of(["Id", "Role", "Name", "Email", "Left"], people.Select(p => (IReadOnlyList<string?>)[p.Id, p.Role.ToString(), p.Name, p.Email, Time(p.LeftAt)])), cancellation).ConfigureAwait(false);
        await AddAsync(archive, "audit.csv", await AuditAsync(context, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        await AddAsync(archive, "overrides.csv", CsvText.Of(["Student", "Exercise", "Points", "Reason", "Given", "By", "Withdrawn"], (await context.Overrides.AsNoTracking().OrderBy(o => o.GivenAt).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(o => (IReadOnlyList<string?>)[o.PersonId, o.Exercise, Number(o.Points), o.Reason, Time(o.GivenAt), o.GivenBy, Time(o.WithdrawnAt)])), cancellation).ConfigureAwait(false);
        await AddAsync(archive, "extensions.csv", CsvText.Of(["Student", "Exercise", "Due", "Reason", "Given", "By", "Withdrawn"], (await context.Extensions.AsNoTracking().OrderBy(e => e.GivenAt).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(e => (IReadOnlyList<string?>)[e.PersonId, e.Exercise, Time(e.Due), e.Reason, Time(e.GivenAt), e.GivenBy, Time(e.WithdrawnAt)])), cancellation).ConfigureAwait(false);
        await AddHandInsAsync(archive, context, facts, cancellation).ConfigureAwait(false);
    }

    /// <summary>Each student's marks with their reasons.</summary>
    public static string Marks(StandingCourse course, IEnumerable<PersonRow> people, IReadOnlyList<HandInFact> facts, DateTimeOffset now)
    {
        var marks = new Standings(course);
        var byPerson = facts.ToLookup(f => f.PersonId);
        var standings = people.Where(p => p.Role == PersonRole.Student).Select(p => marks.Of(p, byPerson[p.Id], now));
        return CsvText.Of(
            ["Student", "Name", "Email", "Mark", "Max", .. course.Policy.Exercises.Select(e => e.Id), "Late days left", "Reasons"],
            standings.Select(s => (IReadOnlyList<string?>)
            [
                s.Person.Id, s.Person.Name, s.Person.Email, Number(s.Mark.Points), Number(s.Max), .. s.Exercises.Select(e => e.Counting is null && e.Points == 0 ? "" : Number(e.Points)),
                s.Mark.LateDaysLeft.ToString(CultureInfo.InvariantCulture), string.Join(' ', s.Mark.Changes.Select(c => c.Words.En)),
            ]));
    }

    /// <summary>Every change that was made, as CSV.</summary>
    public static async Task<string> AuditAsync(ServiceContext context, CancellationToken cancellation) => CsvText.Of(
        ["At", "By", "What", "Student", "Exercise", "Hand-in", "Before", "After", "Why"],
        (await context.Audit.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(a => (IReadOnlyList<string?>)[Time(a.At), a.By, a.What, a.PersonId, a.Exercise, a.HandInId?.ToString(), a.Before, a.After, a.Why]));

    private static async Task AddHandInsAsync(ZipArchive archive, ServiceContext context, IReadOnlyList<HandInFact> facts, CancellationToken cancellation)
    {
        foreach (var fact in facts)
        {
            var folder = $"hand-ins/{Plain(fact.PersonId)}/{fact.ReceivedAt:yyyy-MM-ddTHH-mm-ss}-{fact.Id:N}";
            var file = await context.HandInFiles.AsNoTracking().SingleOrDefaultAsync(f => f.HandInId == fact.Id, cancellation).ConfigureAwait(false);
            await AddAsync(archive, $"{folder}/{fact.FileName}", file?.Content ?? [], cancellation).ConfigureAwait(false);
            var results = await context.Results.AsNoTracking().Where(r => r.HandInId == fact.Id && r.Content != null).OrderBy(r => r.GradedAt).ToListAsync(cancellation).ConfigureAwait(false);
            foreach (var result in results)
                await AddAsync(archive, $"{folder}/result-{result.Id:N}.json", ResultContent.Unpack(result.Content!), cancellation).ConfigureAwait(false);
        }
    }

    private static Task AddAsync(ZipArchive archive, string name, string text, CancellationToken cancellation) => AddAsync(archive, name, System.Text.Encoding.UTF8.GetBytes(text), cancellation);

    private static async Task AddAsync(ZipArchive archive, string name, byte[] content, CancellationToken cancellation)
    {
        var stream = await archive.CreateEntry(name).OpenAsync(cancellation).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        await stream.WriteAsync(content, cancellation).ConfigureAwait(false);
    }

    // An id of the roster may hold what no file's name can.
    private static string Plain(string id) => string.Concat(id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_'));

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Number(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
