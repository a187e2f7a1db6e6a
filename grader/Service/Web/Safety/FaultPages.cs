using System.Data.Common;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Service.Web.Safety;

/// <summary>Says in words what could not be done; nothing of the server's inside gets out.</summary>
internal static partial class FaultPages
{
    public static LocalizedText OldForm { get; } = (
        "This form is too old, or was not made here, so nothing was changed. Go back, load the page again, and send it once more.",
        "这个表单太旧，或者不是这里生成的，所以什么都没有改动。请返回，重新打开页面再提交一次。");

    public static LocalizedText TooLarge { get; } = (
        "This is larger than what may be handed in, so nothing was taken. Leave out bin and obj, and send the source files alone.",
        "文件超过了允许的大小，没有接收。请去掉 bin 和 obj，只提交源文件。");

    public static LocalizedText TooOften { get; } = (
        "These are too many requests in a short time. Wait a minute and try again; nothing that was taken is lost.",
        "短时间内请求太多。请等一分钟再试；已接收的内容不会丢失。");

    private static readonly LocalizedText Missing = ("There is no such page, or it is not yours to see.", "没有这个页面，或者你无权查看。");

    private static readonly LocalizedText CutOff = ("The upload was cut off or came too slowly, so nothing was taken. Send it again.", "上传中断或者太慢，没有接收。请重新提交。");

    private static readonly LocalizedText Away = ("The database does not answer just now. Nothing was changed; try again in a minute.", "数据库暂时没有应答。什么都没有改动，请过一分钟再试。");

    private static readonly LocalizedText Own = ("Something failed here, and it is not your fault. It is written in the server's log; try again, and tell your teacher if it stays.", "这里出了问题，不是你的错。服务器日志里有记录；请再试一次，如果一直这样，请告诉老师。");

    /// <summary>Turns faults and bare status codes into pages.</summary>
    public static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            PageMaking.RememberLanguage(http);
            await next(http).ConfigureAwait(false);
        }
        catch (Exception e) when (!http.Response.HasStarted && (!http.RequestAborted.IsCancellationRequested || e is BadHttpRequestException))
        {
            var (status, words) = Words(e);
            if (status == StatusCodes.Status500InternalServerError)
                Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FaultPages)), e, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "nowhere");
            await WriteAsync(http, status, words).ConfigureAwait(false);
            return;
        }

        if (!http.Response.HasStarted && http.Response.ContentLength is null && http.Response.ContentType is null && OfStatus(http) is { } said)
            await WriteAsync(http, http.Response.StatusCode, said).ConfigureAwait(false);
    }

    /// <summary>Says it.</summary>
    public static async Task WriteAsync(HttpContext http, int status, LocalizedText words)
    {
        if (http.Response.HasStarted)
            return;
        http.Response.StatusCode = status;
        if (http.Request.WantsJson())
        {
            await http.Response.WriteAsJsonAsync(new { why = words.In(http.LanguageOf()) }).ConfigureAwait(false);
            return;
        }

        var page = http.PageOf();
        var body = Html.Of($"<p class=\"message\">{page.Say(words)}</p>{(page.Person is null ? SignIn(page) : Html.Of($"<p><a href=\"/\">{page.Say("To the beginning", "回到首页")}</a></p>"))}");
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(Layout.Of(page, TitleOf(page, status), body).ToString()).ConfigureAwait(false);
    }

    private static Html SignIn(Page page) => Html.Of($"""
        <p><a href="{AccessSetup.SignInPath}">{page.Say("Sign in by your personal link", "用你的个人链接登录")}</a></p>
        <p class="quiet">{page.Say("You came here by a link of another site and are signed in already?", "你是从别的网站的链接过来的，并且已经登录？")} <a href="{page.Here}">{page.Say("Go on", "继续")}</a></p>
        """);

    private static string TitleOf(Page page, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => page.Say("You are not signed in", "你还没有登录"),
        StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound => page.Say("Nothing to see here", "这里没有内容"),
        _ => page.Say("That did not work", "没有成功"),
    };

    private static LocalizedText? OfStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => http.WhyEnded() ?? ("Sign in first, by the personal link that your teacher sent you.", "请先登录：用老师发给你的个人链接。"),
        StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => Missing,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status429TooManyRequests => TooOften,
        StatusCodes.Status408RequestTimeout => CutOff,
        _ => null,
    };

    private static (int Status, LocalizedText Words) Words(Exception e) => e switch
    {
        BadInputException { Text: { } text } => (StatusCodes.Status400BadRequest, text),
        BadInputException => (StatusCodes.Status400BadRequest, (e.Message, $"没有成功：“{e.Message}”")),
        AntiforgeryValidationException { InnerException: { } inner } => Words(inner),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, TooLarge),
        BadHttpRequestException bad => (bad.StatusCode, CutOff),
        // A form's own limits.
        InvalidDataException => (StatusCodes.Status413PayloadTooLarge, TooLarge),
        IOException => (StatusCodes.Status400BadRequest, CutOff),
        DbException => (StatusCodes.Status503ServiceUnavailable, Away),
        _ => (StatusCodes.Status500InternalServerError, Own),
    };

    [LoggerMessage(20, LogLevel.Error, "{Method} {Endpoint} failed")]
    private static partial void Failed(ILogger log, Exception e, string method, string endpoint);
}
