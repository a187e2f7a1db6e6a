using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Classes.Policy;

/// <summary>Reads <c>course.json</c>, strictly: what it says decides marks, so nothing in it is passed over.</summary>
public sealed partial class CourseFile
{
    /// <summary>The format's name and version.</summary>
    public const string CurrentFormat = "exercisekit.course/1";

    private const int MostBytes = 1 << 20;

    private readonly List<string> faults = [];
    private readonly string path;
    private readonly ExerciseCatalog catalog;
    private readonly bool seeksFiles;
    private TimeZoneInfo? zone;

    private CourseFile(string path, ExerciseCatalog catalog, bool seeksFiles) => (this.path, this.catalog, this.seeksFiles) = (path, catalog, seeksFiles);

    /// <summary>Reads what stood in a file, where those that it names may not be there any more.</summary>
    /// <param name="name">What it is called, to be told.</param>
    /// <param name="text">What stood in it.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <exception cref="BadInputException">Something is wrong in it; each fault is named with its line and column.</exception>
    public static CoursePolicy Parse(string name, string text, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new CourseFile(name, catalog, seeksFiles: false).Read(JsonPlace.Parse(name, System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <exception cref="BadInputException">Something is wrong in it; each fault is named with its line and column.</exception>
    public static CoursePolicy Read(string path, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var full = Path.GetFullPath(path);
        byte[] bytes;
        try
        {
            if (!File.Exists(full))
                throw new BadInputException($"{path} is not there (looked for {full}). Name the course's file.");
            if (new FileInfo(full).Length > MostBytes)
                throw new BadInputException($"{path} is longer than {MostBytes} bytes, so it is no course's file.");
            bytes = File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} can't be read: {e.Message}");
        }

        return new CourseFile(path, catalog, seeksFiles: true).Read(JsonPlace.Parse(path, bytes));
    }

    private CoursePolicy Read(JsonPlace root)
    {
        if (root.Kind != JsonTokenType.StartObject)
            throw new BadInputException($"{path}, line {root.Line}, column {root.Column}: this is {root.Text}, where an object is needed.");
        var json = new CourseFields(path, root, faults);
        if (json.NeededText("format") is var format && format != CurrentFormat && json.At("format") is { } said)
            json.Fault(said, $"\"format\" is \"{format}\", where this kit reads \"{CurrentFormat}\"");
        json.At("$schema");
        zone = Zone(json);
        var penalty = json.Object("penalty");
        var policy = new CoursePolicy(json.NeededText("name"), zone ?? TimeZoneInfo.Utc, Exercises(json))
        {
            Seed = (int?)json.Number("seed", int.MinValue, int.MaxValue, isWhole: true),
            Grace = TimeSpan.FromMinutes((double)(json.Number("graceMinutes", 0, 60 * 24 * 7) ?? 0)),
            LateDays = (int)(json.Number("lateDays", 0, 365, isWhole: true) ?? 0),
            PenaltyPerDay = penalty?.Number("percentPerDay", 0, 100) ?? 0,
            PenaltyMost = penalty?.Number("mostPercent", 0, 100) ?? 100,
            AttemptsPerDay = (int?)json.Number("attemptsPerDay", 1, 1000, isWhole: true),
            Visibility = json.Word<Visibility>("visibility") ?? Visibility.Always,
            Extensions = Extensions(json),
            Roster = Beside(json, "roster"),
            Submitted = Beside(json, "submitted"),
        };
        penalty?.ReportUnknown();
        json.ReportUnknown();
        return faults.Count == 0 ? policy : throw new BadInputException(faults.Count == 1 ? faults[0] + "." : $"{path} has {faults.Count} faults; mend them and try again:\n  {string.Join("\n  ", faults)}");
    }

    private static TimeZoneInfo? Zone(CourseFields json)
    {
        if (json.Text("timeZone") is not { } name)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        json.Fault(json.At("timeZone")!, $"\"timeZone\" is \"{name}\", which is no time zone that this machine knows; write it as \"Europe/Berlin\" or \"Asia/Shanghai\"");
        return null;
    }

    private EquatableArray<CourseExercise> Exercises(CourseFields json)
    {
        var due = Time(json, "due");
        var exercises = new List<CourseExercise>();
        if (json.At("exercises") is null)
            json.Fault(json.Place, "\"exercises\" is missing; an array of objects is needed, one for each exercise");
        foreach (var fields in json.Objects("exercises"))
        {
            var id = ExerciseId(fields, "id", isNeeded: true);
            if (id is not null && exercises.Any(e => e.Id == id))
                fields.Fault(fields.At("id")!, $"{id} stands in the list already");
            var exercise = new CourseExercise(id ?? "", fields.Number("weight", 0, 1000) ?? 1, fields.At("due") is null ? due : Time(fields, "due"))
            {
                Visibility = fields.Word<Visibility>("visibility"),
                Checks = Checks(fields),
            };
            fields.ReportUnknown();
            exercises.Add(exercise);
        }

        return exercises.OrderBy(e => e.Id, StringComparer.Ordinal).ToEquatableArray();
    }

    private static EquatableArray<CheckVisibility> Checks(CourseFields exercise)
    {
        var checks = exercise.Object("checks");
        return (checks?.Place.Fields ?? []).Select(f => new CheckVisibility(f.Name.Text, checks!.Word<Visibility>(f.Name.Text) ?? Visibility.Always)).ToEquatableArray();
    }

    private EquatableArray<Extension> Extensions(CourseFields json)
    {
        var extensions = new List<Extension>();
        foreach (var fields in json.Objects("extensions"))
        {
            if (fields.At("due") is null)
                fields.Fault(fields.Place, "\"due\" is missing here; the time up to which the student may hand in is needed");
            extensions.Add(new Extension(fields.NeededText("student"), ExerciseId(fields, "exercise", isNeeded: false), Time(fields, "due") ?? default, fields.Text("reason")));
            fields.ReportUnknown();
        }

        return extensions.ToEquatableArray();
    }

    private string? ExerciseId(CourseFields fields, string name, bool isNeeded)
    {
        var id = isNeeded ? fields.NeededText(name) : fields.Text(name);
        if (!string.IsNullOrEmpty(id) && catalog.Find(id) is null)
            fields.Fault(fields.At(name)!, $"there is no exercise \"{id}\"; there are {string.Join(", ", catalog.Exercises.Select(e => e.Id))}");
        return id;
    }

    // A time without a zone means something else to each reader; so one must be said, here or once for the whole file.
    private DateTimeOffset? Time(CourseFields fields, string name)
    {
        if (fields.Text(name) is not { } text || fields.At(name) is not { } at)
            return null;
        var match = TimeForm().Match(text);
        if (!match.Success || !DateTime.TryParse(match.Groups["local"].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            fields.Fault(at, $"\"{name}\" is \"{text}\", where a time is needed, as 2026-11-30T23:59 or 2026-11-30T23:59+01:00");
            return null;
        }

        if (match.Groups["zone"].Success)
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        if (zone is null)
        {
            // A zone that is wrong is told already.
            if (faults.TrueForAll(f => !f.Contains("\"timeZone\" is", StringComparison.Ordinal)))
                fields.Fault(at, $"\"{name}\" is \"{text}\", which says no time zone; write \"{text}+01:00\" with the right one behind it, or name one for the whole file as \"timeZone\"");
            return null;
        }

        if (zone.IsInvalidTime(local))
        {
            fields.Fault(at, $"\"{name}\" is \"{text}\", a time that {zone.Id} leaves out when its clocks go forward");
            return null;
        }

        // Where clocks go back an hour comes twice: the later one is meant, which is the student's favour.
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local));
    }

    private string? Beside(CourseFields json, string name)
    {
        if (json.Text(name) is not { } file)
            return null;
        var full = Path.GetFullPath(file, Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (seeksFiles && !File.Exists(full))
            json.Fault(json.At(name)!, $"\"{name}\" is \"{file}\", and {full} is not there");
        return full;
    }

    [GeneratedRegex(@"^(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)(?<zone>Z|[+-]\d{2}:\d{2})?$")]
    private static partial Regex TimeForm();
}
