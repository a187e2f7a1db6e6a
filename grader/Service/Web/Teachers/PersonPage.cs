using System.Text.Encodings.Web;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Web.Markup;
using ExerciseKit.Service.Web.Students;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>A student's page, as a teacher sees it.</summary>
internal sealed class PersonPage(
    Page page,
    StandingCourse course,
    Standing standing,
    IReadOnlyList<HandInFact> facts,
    IReadOnlyList<OverrideRow> overrides,
    IReadOnlyList<ExtensionRow> extensions,
    IReadOnlyList<SignInLinkRow> links,
    IReadOnlyList<AuditRow> audit,
    string? newLink)
{
    private string Path => $"/teacher/students/{Names.KeyOf(standing.Person.Id)}";

    public Html Body => Html.Of($"""
        {(page.HidesNames ? Html.None : Html.Of($"<p class=\"quiet\">{standing.Person.Id}{(standing.Person.Email is { } email ? $" · {email}" : "")}</p>"))}
        {(standing.Person.LeftAt is { } left ? Html.Of($"<p class=\"bad\">{page.Say("Not in the roster any more since", "已不在名单中，自")} {page.Time(left)}</p>") : Html.None)}
        {NewLink}
        <p class="score"><b>{page.Say($"{Times.Number(standing.Mark.Points)} of {Times.Number(standing.Max)} points", $"{Times.Number(standing.Max)} 分中得 {Times.Number(standing.Mark.Points)} 分")}</b> · {page.Say($"late days left: {standing.Mark.LateDaysLeft}", $"剩余迟交天数：{standing.Mark.LateDaysLeft}")}</p>
        {Table.Of(
            page.Say("Exercises", "练习"),
            [page.Say("Exercise", "练习"), "#" + page.Say("Points", "得分"), page.Say("Due", "截止"), page.Say("Counts", "计入的提交")],
            standing.Exercises.Select(e => (IReadOnlyList<Html>)
            [
                Table.Cell(e.Id),
                Html.Of($"{Times.Number(e.Points)}/{Times.Number(e.Max)}"),
                e.Due is { } due ? page.Time(due) : Html.None,
                e.Counting is { } counting ? Html.Of($"<a href=\"/hand-ins/{counting.Id}\">{page.Time(counting.ReceivedAt)}</a>") : Html.None,
            ]))}
        {(standing.Mark.Changes.Count == 0 ? Html.None : Html.Of($"<h2>{page.Say("Why the mark is so", "成绩的原因")}</h2><ul>{standing.Mark.Changes.Select(c => Html.Of($"<li>{page.Say(c.Words)}</li>"))}</ul>"))}
        <h2>{page.Say("Hand-ins", "提交")}</h2>
        {(facts.Count == 0 ? Html.Of($"<p class=\"quiet\">{page.Say("None.", "没有。")}</p>") : Html.Of($"<ul class=\"handins\">{facts.OrderByDescending(f => f.ReceivedAt).Select(f => Html.Of($"<li><a href=\"/hand-ins/{f.Id}\">{page.Time(f.ReceivedAt)}</a> {string.Join(", ", f.Exercises)} {HandInWords.State(page, f, null)}</li>"))}</ul>"))}
        {Overrides}
        {Extensions}
        {Links}
        {Log}
        """);

    private Html Overrides => Html.Of($"""
        <h2>{page.Say("Points in the place of the checks'", "代替检查项的分数")}</h2>
        <ul>{overrides.Select(o => Html.Of($"<li>{o.Exercise}: {Times.Number(o.Points)} · {o.Reason} · {o.GivenBy}, {page.Time(o.GivenAt)} {Withdraw("overrides", o.Id)}</li>"))}</ul>
        <form method="post" action="{Path}/overrides" class="row-form">
        {page.Form}
        {Table.Field(page.Say("Exercise", "练习"), "override-exercise", Exercises("override-exercise", null))}
        {Table.Field(page.Say("Points", "分数"), "points", Html.Of($"<input id=\"points\" name=\"points\" required inputmode=\"decimal\" size=\"6\">"))}
        {Table.Reason(page, "override-why")}
        <p><button type="submit">{page.Say("Give these points", "给这个分数")}</button></p>
        </form>
        """);

    private Html Extensions => Html.Of($"""
        <h2>{page.Say("Extensions", "延期")}</h2>
        <ul>{extensions.Select(e => Html.Of($"<li>{e.Exercise ?? page.Say("all exercises", "全部练习")}: {page.Time(e.Due)} · {e.Reason} · {e.GivenBy} {Withdraw("extensions", e.Id)}</li>"))}</ul>
        <form method="post" action="{Path}/extensions" class="row-form">
        {page.Form}
        {Table.Field(page.Say("Exercise", "练习"), "extension-exercise", Exercises("extension-exercise", page.Say("all", "全部")))}
        {Table.Field(page.Say($"New due time, in {course.Policy.TimeZone.Id}", $"新的截止时间（{course.Policy.TimeZone.Id}）"), "due", Html.Of($"<input id=\"due\" name=\"due\" type=\"datetime-local\" required>"))}
        {Table.Reason(page, "extension-why")}
        <p><button type="submit">{page.Say("Give the extension", "给予延期")}</button></p>
        </form>
        """);

    private Html Links => Html.Of($"""
        <h2>{page.Say("Sign-in", "登录")}</h2>
        <p class="quiet">{page.Say($"Links made: {links.Count}, used: {links.Count(l => l.LastUsedAt is not null)}, revoked: {links.Count(l => l.RevokedAt is not null)}.", $"已生成链接 {links.Count} 个，用过 {links.Count(l => l.LastUsedAt is not null)} 个，撤销 {links.Count(l => l.RevokedAt is not null)} 个。")}</p>
        <form method="post" action="{Path}/links">{page.Form}<p><button type="submit">{page.Say("Make a new link", "生成新链接")}</button></p></form>
        <form method="post" action="{Path}/links/revoke" class="row-form">{page.Form}{Table.Reason(page, "revoke-why")}<p><button type="submit">{page.Say("Revoke all links and sessions", "撤销所有链接和登录")}</button></p></form>
        """);

    private Html NewLink => newLink is null ? Html.None : Html.Of($"""
        <div class="notice" role="status">
        {Table.Field(page.Say("The new link; it is shown this once", "新链接；只显示这一次"), "new-link", Html.Of($"<input id=\"new-link\" readonly value=\"{newLink}\">"))}
        {(standing.Person.Email is { } email && !page.HidesNames ? Html.Of($"<p><a href=\"{Mail(email, newLink)}\">{page.Say("Write a mail with it", "用邮件发送")}</a></p>") : Html.None)}
        </div>
        """);

    private Html Log => audit.Count == 0 ? Html.None : Html.Of($"<h2>{page.Say("Log", "日志")}</h2>{AuditTable.Of(page, audit)}");

    private string Mail(string email, string link) =>
        $"mailto:{UrlEncoder.Default.Encode(email)}?subject={UrlEncoder.Default.Encode(course.Policy.Name)}&body={UrlEncoder.Default.Encode(page.Say($"Your personal link to sign in, good once: {link}", $"你的个人登录链接，只能用一次：{link}"))}";

    private Html Exercises(string id, string? all) => Html.Of($"<select id=\"{id}\" name=\"exercise\">{(all is null ? Html.None : Html.Of($"<option value=\"\">{all}</option>"))}{course.Policy.Exercises.Select(e => Html.Of($"<option>{e.Id}</option>"))}</select>");

    private Html Withdraw(string what, Guid id) => Html.Of($"""
        <details><summary>{page.Say("Take back", "撤回")}</summary>
        <form method="post" action="{Path}/{what}/{id}/withdraw" class="row-form">{page.Form}{Table.Reason(page, $"why-{id}")}<p><button type="submit">{page.Say("Take back", "撤回")}</button></p></form></details>
        """);
}
