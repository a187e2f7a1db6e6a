using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Web.Markup;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>Lines of the log of changes.</summary>
internal static class AuditTable
{
    public static Html Of(Page page, IEnumerable<AuditRow> rows) => Table.Of(
        page.Say("Changes", "改动"),
        [page.Say("When", "时间"), page.Say("Who", "谁"), page.Say("What", "做了什么"), page.Say("Student", "学生"), page.Say("Before", "之前"), page.Say("After", "之后"), page.Say("Why", "原因")],
        rows.Select(a => (IReadOnlyList<Html>)
        [
            page.Time(a.At),
            Table.Cell(a.By),
            Html.Of($"{What(page, a.What)}{(a.Exercise is null ? "" : $" · {a.Exercise}")}"),
            Table.Cell(a.PersonId is null ? "" : page.Id(a.PersonId)),
            Table.Cell(Short(a.Before)),
            Table.Cell(Short(a.After)),
            Table.Cell(a.Why),
        ]));

    private static string What(Page page, string what) => what switch
    {
        "override" => page.Say("points given", "改分"),
        "override-withdrawn" => page.Say("points taken back", "撤回改分"),
        "extension" => page.Say("extension", "延期"),
        "extension-withdrawn" => page.Say("extension taken back", "撤回延期"),
        "link" => page.Say("sign-in link made", "生成登录链接"),
        "links-revoked" => page.Say("links revoked", "撤销链接"),
        "regrading" => page.Say("regrading asked for", "要求重新评分"),
        "regrading-applied" => page.Say("regrading applied", "应用重新评分"),
        "regrading-discarded" => page.Say("regrading discarded", "丢弃重新评分"),
        "regraded" => page.Say("mark changed by a regrading", "重新评分改变成绩"),
        "graded-again" => page.Say("graded again", "再次评分"),
        "teacher" => page.Say("teacher's account made", "建立老师账号"),
        "course" or "course-taken" => page.Say("course taken", "采用课程文件"),
        _ => what,
    };

    // Of a hash the beginning tells it from others.
    private static string? Short(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigit) ? text[..8] : text;
}
