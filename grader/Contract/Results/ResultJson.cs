using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>The result's JSON, as published in the schema.</summary>
public static class ResultJson
{
    private const string Family = "exercisekit.result/";

    /// <summary>Camel-case names, kebab-case enums, indented.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write(GradeResult result) => JsonSerializer.Serialize(result, Options) + "\n";

    /// <summary>Why a result of another format can't be read, and what to do.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="format">The format that it names; "none" where it names none.</param>
    public static LocalizedText Refusal(string path, string format) => format.StartsWith(Family, StringComparison.Ordinal)
        ? IsOlder(format)
            ? ($"{path} is of the format {format}, which an older kit wrote; this one reads {GradeResult.CurrentFormat}. Grade again with this kit.",
               $"{path} 的格式是 {format}，由旧版的 kit 写成；这个 kit 读的是 {GradeResult.CurrentFormat}。请用这个 kit 重新评分。")
            : ($"{path} is of the format {format}, which a newer kit wrote; this one reads {GradeResult.CurrentFormat}. Update this kit, or grade again with it.",
               $"{path} 的格式是 {format}，由新版的 kit 写成；这个 kit 读的是 {GradeResult.CurrentFormat}。请更新 kit，再用它重新评分。")
        : ($"{path} is of the format {format}, where {GradeResult.CurrentFormat} is needed. Name what `kit grade --out` wrote, by this kit.",
           $"{path} 的格式是 {format}，而需要的是 {GradeResult.CurrentFormat}。请指定由这个 kit 的 `kit grade --out` 写出的文件。");

    private static bool IsOlder(string format) =>
        int.TryParse(format[Family.Length..], out var version) && version < int.Parse(GradeResult.CurrentFormat[Family.Length..], System.Globalization.CultureInfo.InvariantCulture);
}
