using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExerciseKit.Playing.Commands;

/// <summary>A line that was read.</summary>
/// <param name="Id">Its id; null where it has none.</param>
/// <param name="Name">The command.</param>
/// <param name="Line">All of it.</param>
internal sealed record PlayCommand(JsonNode? Id, string Name, JsonObject Line)
{
    /// <summary>More in one line is none of ours.</summary>
    private const int LongestLine = 64 * 1024;

    /// <summary>Reads a line.</summary>
    /// <exception cref="PlayCommandException">It is no command.</exception>
    public static PlayCommand Read(string text)
    {
        if (text.Length > LongestLine)
            throw new PlayCommandException("bad-json", ($"A line has {LongestLine:N0} characters at most; this one has {text.Length:N0}.", $"一行最多 {LongestLine:N0} 个字符，这一行有 {text.Length:N0} 个。"));
        try
        {
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false }) is not JsonObject line)
                throw NoObject(text);
            var id = line["id"]?.DeepClone();
            return line["command"] is JsonValue value && value.TryGetValue<string>(out var name)
                ? new PlayCommand(id, name, line)
                : throw new PlayCommandException("bad-command", ("A line names its command, as {\"command\": \"state\"} does; this one names none.", "每一行都要写明命令，例如 {\"command\": \"state\"}；这一行没有。"));
        }
        catch (JsonException)
        {
            throw NoObject(text);
        }
    }

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    /// <param name="usual">What it is where it is not there; null where it must be.</param>
    /// <exception cref="PlayCommandException">It is none, or out of range.</exception>
    public int Number(string name, int least, int most, int? usual = null)
    {
        if (Line[name] is null && usual is { } known)
            return known;
        return Line[name] is JsonValue value && value.TryGetValue<int>(out var number) && number >= least && number <= most
            ? number
            : throw new PlayCommandException("bad-value", (
                $"\"{name}\" of \"{Name}\" is a whole number from {least} to {most}; here it is {Line[name]?.ToJsonString() ?? "missing"}.",
                $"\"{Name}\" 的 \"{name}\" 是 {least} 到 {most} 的整数；这里{(Line[name] is { } its ? $"是 {its.ToJsonString()}" : "没有给出")}。"));
    }

    /// <summary>Some whole numbers, each once.</summary>
    /// <exception cref="PlayCommandException">They are none, or out of range.</exception>
    public HashSet<int> Numbers(string name, int least, int most)
    {
        var numbers = new HashSet<int>();
        var isGood = Line[name] is JsonArray;
        foreach (var item in Line[name] as JsonArray ?? [])
            isGood &= item is JsonValue value && value.TryGetValue<int>(out var number) && number >= least && number <= most && numbers.Add(number);
        return isGood
            ? numbers
            : throw new PlayCommandException("bad-value", (
                $"\"{name}\" of \"{Name}\" is an array of whole numbers from {least} to {most}, each once; here it is {Line[name]?.ToJsonString() ?? "missing"}.",
                $"\"{Name}\" 的 \"{name}\" 是由 {least} 到 {most} 的整数组成的数组，每个只出现一次；这里{(Line[name] is { } its ? $"是 {its.ToJsonString()}" : "没有给出")}。"));
    }

    /// <summary>One of some words.</summary>
    /// <exception cref="PlayCommandException">It is none of them.</exception>
    public string Word(string name, params string[] known) =>
        Line[name] is JsonValue value && value.TryGetValue<string>(out var word) && known.Contains(word)
            ? word
            : throw new PlayCommandException("bad-value", (
                $"\"{name}\" of \"{Name}\" is one of {string.Join(", ", known)}; here it is {Line[name]?.ToJsonString() ?? "missing"}.",
                $"\"{Name}\" 的 \"{name}\" 是其中之一：{string.Join("，", known)}；这里{(Line[name] is { } its ? $"是 {its.ToJsonString()}" : "没有给出")}。"));

    private static PlayCommandException NoObject(string text) => new("bad-json", (
        $"A line is one JSON object, as {{\"id\": 1, \"command\": \"state\"}} is; this is none: {Cut(text)}",
        $"每一行是一个 JSON 对象，例如 {{\"id\": 1, \"command\": \"state\"}}；这一行不是：{Cut(text)}"));

    private static string Cut(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
