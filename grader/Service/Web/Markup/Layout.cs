using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Web.Assets;

namespace ExerciseKit.Service.Web.Markup;

/// <summary>What is round every page.</summary>
internal static class Layout
{
    /// <summary>A whole document.</summary>
    /// <param name="page">For whom.</param>
    /// <param name="title">What it is, as its heading says.</param>
    /// <param name="body">What is in it.</param>
    /// <param name="script">The script that it brings beside the usual; null for none.</param>
    public static Html Of(Page page, string title, Html body, string? script = null) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{(page.Language == Language.Chinese ? "zh-Hans" : "en")}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{title} · ExerciseKit</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{PageFiles.Path("service.css")}">
        <script type="module" src="{PageFiles.Path("page.js")}"></script>
        {(script is null ? Html.None : Html.Of($"<script type=\"module\" src=\"{PageFiles.Path(script)}\"></script>"))}
        </head>
        <body>
        <a class="skip" href="#main">{page.Say("To the content", "跳到正文")}</a>
        <header class="top">
        <a class="home" href="/">ExerciseKit</a>
        {Navigation(page)}
        <div class="who">
        <a class="language" lang="{(page.Language == Language.Chinese ? "en" : "zh-Hans")}" hreflang="{(page.Language == Language.Chinese ? "en" : "zh-Hans")}" href="{OtherLanguage(page)}">{page.Say("中文", "English")}</a>
        {(page.Person is { } person ? SignedIn(page, person) : Html.None)}
        </div>
        </header>
        <main id="main">
        <h1>{title}</h1>
        {(page.Notice is { } notice ? Html.Of($"<p class=\"notice\" role=\"status\">{page.Say(notice)}</p>") : Html.None)}
        {body}
        </main>
        </body>
        </html>

        """);

    private static Html SignedIn(Page page, PersonRow person) => Html.Of($"""
        <a href="/me">{person.Name}</a>
        <form method="post" action="/out">{page.Form}<button type="submit">{page.Say("Sign out", "退出")}</button></form>
        """);

    private static Html Navigation(Page page)
    {
        if (page.Person is not { Role: PersonRole.Teacher })
            return Html.None;
        (string Path, LocalizedText Name)[] places =
        [
            ("/teacher", ("Class", "班级")), ("/teacher/faults", ("Faults", "错误")), ("/teacher/queue", ("Queue", "队列")), ("/teacher/regradings", ("Regrading", "重新评分")),
            ("/teacher/links", ("Links", "登录链接")), ("/teacher/course", ("Course", "课程")), ("/teacher/audit", ("Log", "日志")),
        ];
        return Html.Of($"<nav aria-label=\"{page.Say("Teacher's pages", "老师的页面")}\"><ul>{places.Select(p => Html.Of($"<li><a href=\"{p.Path}\"{Current(page, p.Path)}>{page.Say(p.Name)}</a></li>"))}</ul></nav>");
    }

    private static Html Current(Page page, string path) => page.Here.Split('?')[0] == path ? Html.Of($" aria-current=\"page\"") : Html.None;

    private static string OtherLanguage(Page page) => $"{page.Here}{(page.Here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={(page.Language == Language.Chinese ? "en" : "zh")}";
}
