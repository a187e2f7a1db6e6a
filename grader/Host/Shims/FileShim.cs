using System.Text;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>Files of the run's private folder. A plain write of a whole one is two operations, as on a real system.</summary>
/// <remarks>An encoding is ignored: the run's files are text.</remarks>
[StandsFor(typeof(File))]
public static class FileShim
{
    public static bool Exists(string? path) => !string.IsNullOrEmpty(path) && Request.Flag(new QueryFileExists(FileName.Of(path)));

    public static string ReadAllText(string path) => Request.Text(new ReadFile(FileName.Of(path)));

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
        var name = FileName.Of(path);
        Request.Done(new TruncateFile(name));
        Fill(name, contents ?? "");
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
        var name = FileName.Of(path);
        Request.Done(new TruncateFile(name));
        var site = Request.Session.Site;
        var text = Joined(contents);
        Request.Session.Site = site;
        Fill(name, text);
    }

    public static void WriteAllLines(string path, IEnumerable<string> contents, Encoding encoding) => WriteAllLines(path, contents);

    public static void AppendAllText(string path, string? contents) => Append(FileName.Of(path), contents ?? "");

    public static void AppendAllText(string path, string? contents, Encoding encoding) => AppendAllText(path, contents);

    public static void AppendAllText(string path, ReadOnlySpan<char> contents) => AppendAllText(path, contents.ToString());

    public static void AppendAllText(string path, ReadOnlySpan<char> contents, Encoding encoding) => AppendAllText(path, contents.ToString());

    public static void AppendAllLines(string path, IEnumerable<string> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var site = Request.Session.Site;
        var text = Joined(contents);
        Request.Session.Site = site;
        Append(FileName.Of(path), text);
    }

    public static void AppendAllLines(string path, IEnumerable<string> contents, Encoding encoding) => AppendAllLines(path, contents);

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, overwrite: false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        var text = ReadAllText(sourceFileName);
        var name = FileName.Of(destFileName);
        if (!overwrite && Exists(name))
            throw new IOException($"The file '{name}' already exists.");
        WriteAllText(name, text);
    }

    public static void Move(string sourceFileName, string destFileName) => Move(sourceFileName, destFileName, overwrite: false);

    public static void Move(string sourceFileName, string destFileName, bool overwrite) =>
        Request.Done(new MoveFile(FileName.Of(sourceFileName), FileName.Of(destFileName), overwrite));

    public static void Delete(string path) => Request.Done(new DeleteFile(FileName.Of(path)));

    public static StreamReaderShim OpenText(string path) => new(path);

    public static StreamWriterShim CreateText(string path) => new(path);

    public static StreamWriterShim AppendText(string path) => new(path, append: true);

    public static FileStreamShim Create(string path) => Open(path, FileMode.Create);

    public static FileStreamShim Open(string path, FileMode mode) => Open(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite);

    public static FileStreamShim Open(string path, FileMode mode, FileAccess access) => Open(path, mode, access, FileShare.None);

    public static FileStreamShim Open(string path, FileMode mode, FileAccess access, FileShare share) => new(path, mode, access, share);

    public static FileStreamShim OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    public static FileStreamShim OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);

    private static void Fill(string name, string text)
    {
        RunLimits.Write(name, text);
        Request.Done(new FillFile(name, text));
    }

    private static void Append(string name, string text)
    {
        RunLimits.Append(name, text);
        Request.Done(new AppendFile(name, text));
    }

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
