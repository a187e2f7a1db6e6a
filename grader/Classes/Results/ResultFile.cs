using System.Text;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Results;

/// <summary>Reads and writes the files of a results folder: whoever is stopped in the middle leaves the old one or the new one.</summary>
internal static class ResultFile
{
    /// <summary>Behind the name of what is not whole yet.</summary>
    public const string Unfinished = ".part";

    /// <summary>Writes a file that nobody looks at yet.</summary>
    /// <exception cref="BadInputException">There is no room, or no right.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
    }

    /// <summary>Replaces a file in one step.</summary>
    /// <exception cref="BadInputException">There is no room, or no right; what was there still is.</exception>
    public static void Replace(string path, string text)
    {
        try
        {
            Write(path + Unfinished, text);
            File.Move(path + Unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
    }

    public static string TextOf<T>(T value) => JsonSerializer.Serialize(value, ResultJson.Options) + "\n";

    /// <summary>What stands in a file; null where it is not there.</summary>
    /// <exception cref="BadInputException">It is not of the format, or can't be read.</exception>
    public static T? Read<T>(string path, string format)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var text = File.ReadAllText(path);
            using var document = JsonDocument.Parse(text);
            var said = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var its) ? its.ToString() : "none";
            return said == format
                ? document.Deserialize<T>(ResultJson.Options)
                : throw new BadInputException(format == GradeResult.CurrentFormat ? ResultJson.Refusal(path, said) : OtherFormat(path, said, format));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BadInputException($"{path} can't be read: {e.Message} Remove it, and it is made anew.");
        }
    }

    private static LocalizedText OtherFormat(string path, string said, string format) => (
        $"{path} is of the format {said}, where this kit reads {format}. Use the kit that wrote it, or another results folder.",
        $"{path} 的格式是 {said}，而这个 kit 读的是 {format}。请用写出它的那个 kit，或者换一个结果文件夹。");

    public static BadInputException CannotWrite(string path, Exception e) =>
        new($"{path} can't be written: {e.Message.TrimEnd('.')}. Make room there, or take the right to write there, and call the same command again: what was graded stays and is not graded again.");
}
