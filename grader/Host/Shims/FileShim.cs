using System.Text;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>Whole files of the run's private folder. A plain write is two operations, as on a real system.</summary>
/// <remarks>An encoding is ignored: the run's files are text.</remarks>
[StandsFor(typeof(File))]
public static class FileShim
{
    public static bool Exists(string? path) => !string.IsNullOrEmpty(path) && Request.Flag(new QueryFileExists(path));

    public static string ReadAllText(string path) => Request.Text(new ReadFile(Named(path)));

    public static string ReadAllText(string path, Encoding encoding) => ReadAllText(path);

    public static string[] ReadAllLines(string path)
    {
        using var reader = new StringReader(ReadAllText(path));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return [.. lines];
    }

    public static string[] ReadAllLines(string path, Encoding encoding) => ReadAllLines(path);

    public static IEnumerable<string> ReadLines(string path) => ReadAllLines(path);

    public static IEnumerable<string> ReadLines(string path, Encoding encoding) => ReadAllLines(path);

    public static void WriteAllText(string path, string? contents)
    {
        Request.Done(new TruncateFile(Named(path)));
        Fill(path, contents ?? "");
    }

    public static void WriteAllText(string path, string? contents, Encoding encoding) => WriteAllText(path, contents);

    public static void WriteAllText(string path, ReadOnlySpan<char> contents) => WriteAllText(path, contents.ToString());

    public static void WriteAllText(string path, ReadOnlySpan<char> contents, Encoding encoding) => WriteAllText(path, contents.ToString());

    public static void WriteAllLines(string path, string[] contents) => WriteAllLines(path, (IEnumerable<string>)contents);

    public static void WriteAllLines(string path, string[] contents, Encoding encoding) => WriteAllLines(path, (IEnumerable<string>)contents);

    // The lines are asked for with the file open and empty, as in .NET: asking may run code of the student's.
    public static void WriteAllLines(string path, IEnumerable<string> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        Request.Done(new TruncateFile(Named(path)));
        var site = Request.Session.Site;
        var text = Joined(contents);
        Request.Session.Site = site;
        Fill(path, text);
    }

    public static void WriteAllLines(string path, IEnumerable<string> contents, Encoding encoding) => WriteAllLines(path, contents);

    public static void AppendAllText(string path, string? contents) => Append(Named(path), contents ?? "");

    public static void AppendAllText(string path, string? contents, Encoding encoding) => AppendAllText(path, contents);

    public static void AppendAllText(string path, ReadOnlySpan<char> contents) => AppendAllText(path, contents.ToString());

    public static void AppendAllText(string path, ReadOnlySpan<char> contents, Encoding encoding) => AppendAllText(path, contents.ToString());

    public static void AppendAllLines(string path, IEnumerable<string> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var site = Request.Session.Site;
        var text = Joined(contents);
        Request.Session.Site = site;
        Append(Named(path), text);
    }

    public static void AppendAllLines(string path, IEnumerable<string> contents, Encoding encoding) => AppendAllLines(path, contents);

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, overwrite: false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        var text = ReadAllText(sourceFileName);
        if (!overwrite && Exists(Named(destFileName)))
            throw new IOException($"The file '{destFileName}' already exists.");
        WriteAllText(destFileName, text);
    }

    public static void Move(string sourceFileName, string destFileName) => Move(sourceFileName, destFileName, overwrite: false);

    public static void Move(string sourceFileName, string destFileName, bool overwrite) =>
        Request.Done(new MoveFile(Named(sourceFileName), Named(destFileName), overwrite));

    public static void Delete(string path) => Request.Done(new DeleteFile(Named(path)));

    private static string Named(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return path;
    }

    private static void Fill(string path, string text)
    {
        RunLimits.Write(path, text);
        Request.Done(new FillFile(path, text));
    }

    private static void Append(string path, string text)
    {
        RunLimits.Append(path, text);
        Request.Done(new AppendFile(path, text));
    }

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
