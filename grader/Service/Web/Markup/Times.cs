using System.Globalization;

namespace ExerciseKit.Service.Web.Markup;

/// <summary>Times and numbers as pages show them.</summary>
internal static class Times
{
    /// <summary>A point in time. Where the reader's zone is not known, a script of the page puts it into the browser's.</summary>
    public static Html Time(this Page page, DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, page.Zone);
        var shown = string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm} {page.Zone.Id}");
        var iso = time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return page.IsZoneKnown ? Html.Of($"<time datetime=\"{iso}\">{shown}</time>") : Html.Of($"<time datetime=\"{iso}\" class=\"local\">{shown}</time>");
    }

    /// <summary>A number without needless zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A length of time, roughly.</summary>
    public static string Span(this Page page, TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => page.Say($"{Math.Max(1, (int)span.TotalSeconds)} s", $"{Math.Max(1, (int)span.TotalSeconds)} 秒"),
        { TotalMinutes: < 90 } => page.Say($"{(int)Math.Round(span.TotalMinutes)} min", $"{(int)Math.Round(span.TotalMinutes)} 分钟"),
        { TotalHours: < 36 } => page.Say($"{(int)Math.Round(span.TotalHours)} h", $"{(int)Math.Round(span.TotalHours)} 小时"),
        _ => page.Say($"{(int)Math.Round(span.TotalDays)} days", $"{(int)Math.Round(span.TotalDays)} 天"),
    };
}
