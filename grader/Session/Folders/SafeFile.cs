using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Session.Folders;

/// <summary>Writes files so that whoever is stopped in the middle leaves the old one or the new one.</summary>
public static class SafeFile
{
    /// <summary>Writes or replaces a file in one step.</summary>
    /// <exception cref="BadInputException">Nobody may write there, or the disk is full; what was there is still there.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, byte[] content)
    {
        // Two calls of kit at once must not write into each other's.
        var aside = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(aside);
            throw CannotWrite(path, e);
        }
    }

    internal static BadInputException CannotWrite(string path, Exception e) => new(new LocalizedText(
        $"{path} can't be written: {e.Message.TrimEnd('.')}. Make room there, or take the right to write there; nothing that stood there was changed.",
        $"无法写入 {path}：{e.Message.TrimEnd('.')}。请腾出空间，或取得写入权限；原有的内容没有改动。"));

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It could not be written in the first place.
        }
    }
}
