using System.Globalization;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Classes.Rosters;

/// <summary>When students handed in, for downloads that do not tell.</summary>
public sealed class HandInTimes
{
    private readonly Dictionary<string, DateTimeOffset> times = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads them from a CSV of students and times.</summary>
    /// <param name="path">The file.</param>
    /// <param name="zone">Whose time one is that says none.</param>
    /// <exception cref="BadInputException">It can't be read, or a time in it is none.</exception>
    public static HandInTimes Read(string path, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var table = CsvTable.Read(path);
        var (student, time) = (table.Column("student", "id", "identifier", "username", "sid"), table.Column("submitted", "time", "submission time", "last modified (submission)"));
        if (student < 0 || time < 0)
            throw new BadInputException($"{path} needs a column \"student\" and one \"submitted\"; its heads are {string.Join(", ", table.Heads)}.");
        var read = new HandInTimes();
        foreach (var (line, cells) in table.Rows.Where(r => CsvTable.Cell(r.Cells, time) is not ("" or "-")))
        {
            var text = CsvTable.Cell(cells, time);
            if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
                throw new BadInputException($"{path}, line {line}: \"{text}\" is no time. Write it as 2026-11-30T23:59+01:00, or without the zone for the course's.");
            // The worksheet of Moodle says "Participant 12345" for 12345.
            read.times[CsvTable.Cell(cells, student).Replace("Participant ", "", StringComparison.OrdinalIgnoreCase)] =
                at.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(at, zone.GetUtcOffset(at)) : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        }

        return read;
    }

    /// <summary>When somebody did; null where it is not told.</summary>
    /// <param name="names">The student's id, name and address.</param>
    public DateTimeOffset? Of(IEnumerable<string?> names) =>
        names.Where(n => n is not null && times.ContainsKey(n)).Select(n => (DateTimeOffset?)times[n!]).FirstOrDefault();
}
