using System.Globalization;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Service.Teaching;

/// <summary>A due time as a teacher writes it.</summary>
internal static class DueTime
{
    private static readonly string[] Local = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Reads one; without a zone it is the course's.</summary>
    /// <exception cref="BadInputException">It is none.</exception>
    public static DateTimeOffset Read(string text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local))
            return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local));
        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new BadInputException(($"\"{text}\" is no time. Write it as 2026-12-05T23:59, in the course's time ({zone.Id}).", $"“{text}”不是时间。请写成 2026-12-05T23:59 的形式，按课程的时区（{zone.Id}）。"));
    }
}
