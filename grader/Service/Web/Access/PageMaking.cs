using ExerciseKit.Contract;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ExerciseKit.Service.Web.Access;

/// <summary>Finds out what pages are made with, and sends them.</summary>
internal static class PageMaking
{
    private const string LanguageCookie = "kit-lang";
    private const string BlindCookie = "kit-blind";
    private const int DaysKept = 365;

    /// <summary>What a page is made with.</summary>
    /// <param name="http">The request.</param>
    /// <param name="course">Whose time is shown where nobody says otherwise; null for UTC.</param>
    public static Page PageOf(this HttpContext http, StandingCourse? course = null)
    {
        var person = http.Person();
        var form = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var zone = person?.TimeZone is { } named && TimeZoneInfo.TryFindSystemTimeZoneById(named, out var its) ? its : null;
        return new Page(
            LanguageOf(http),
            person,
            zone ?? course?.Policy.TimeZone ?? TimeZoneInfo.Utc,
            zone is not null,
            Html.Of($"<input type=\"hidden\" name=\"{form.FormFieldName}\" value=\"{form.RequestToken}\">"),
            HereOf(http.Request),
            http.HidesNames());
    }

    public static bool HidesNames(this HttpContext http) => http.Request.Cookies[BlindCookie] == "1";

    public static void HideNames(this HttpContext http, bool hides) => http.Response.Cookies.Append(BlindCookie, hides ? "1" : "0", KeptFor(http));

    public static Language LanguageOf(this HttpContext http) => (http.Request.Query["lang"].ToString(), http.Request.Cookies[LanguageCookie], http.Person()?.Language) switch
    {
        ("zh", _, _) => Language.Chinese,
        ("en", _, _) => Language.English,
        (_, "zh", _) => Language.Chinese,
        (_, "en", _) => Language.English,
        (_, _, "zh") => Language.Chinese,
        (_, _, "en") => Language.English,
        _ => http.Request.Headers.AcceptLanguage.ToString().TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English,
    };

    /// <summary>Remembers the language that a link asked for.</summary>
    public static void RememberLanguage(HttpContext http)
    {
        if (http.Request.Query["lang"].ToString() is "en" or "zh")
            RememberLanguage(http, http.Request.Query["lang"].ToString());
    }

    /// <summary>Remembers a language.</summary>
    public static void RememberLanguage(HttpContext http, string language) => http.Response.Cookies.Append(LanguageCookie, language, KeptFor(http));

    /// <summary>A page as an answer.</summary>
    public static IResult Show(this Page page, string title, Html body, string? script = null, int status = StatusCodes.Status200OK) =>
        Results.Content(Layout.Of(page, title, body, script).ToString(), "text/html; charset=utf-8", statusCode: status);

    /// <summary>Whether a program asks, and not a reader.</summary>
    public static bool WantsJson(this HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private static CookieOptions KeptFor(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(DaysKept), Path = "/" };

    private static string HereOf(HttpRequest request)
    {
        var query = request.Query.Where(q => q.Key != "lang").SelectMany(q => q.Value, (q, value) => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(value ?? "")}");
        var path = request.Path.ToUriComponent();
        // Two slashes would name another host.
        return (path.StartsWith("//", StringComparison.Ordinal) ? "/" : path) + (query.Any() ? "?" + string.Join('&', query) : "");
    }
}
