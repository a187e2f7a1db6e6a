using System.IO.Compression;
using System.Security.Cryptography;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Reading;

namespace ExerciseKit.Service.Receiving;

/// <summary>Looks into a delivery as grading will; nothing in it is compiled or run.</summary>
/// <param name="Name">What the one file is called that it becomes.</param>
/// <param name="Content">The file.</param>
/// <param name="Exercises">The exercises in it.</param>
internal sealed record DeliveryReading(string Name, byte[] Content, IReadOnlyList<string> Exercises)
{
    private const int MostNameChars = 120;

    // A zip's directory knows no earlier time; the same files make the same zip.
    private static readonly DateTimeOffset ZipBeginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Reads one.</summary>
    /// <exception cref="BadInputException">There is nothing to grade in it.</exception>
    public static DeliveryReading Of(Delivery delivery, ExerciseCatalog catalog)
    {
        var (name, content) = delivery.Files is [var only] ? (PlainName(only.Name), only.Content) : ("hand-in.zip", Packed(delivery.Files));
        var folder = Directory.CreateTempSubdirectory("exercisekit-delivery-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, content);
            var reading = HandInReading.Of(new GradeRequest(path, delivery.Exercise is { } id ? [id] : []), catalog);
            if (reading.Sources.Count > 0)
                return new DeliveryReading(name, content, reading.Exercises);
            throw new BadInputException((
                $"{name} holds no file of {string.Join(", ", reading.Exercises)}. Hand in {string.Join(", ", reading.Exercises.SelectMany(e => catalog.Find(e)!.Files))}, by itself or in a zip.",
                $"{name} 里没有 {string.Join("、", reading.Exercises)} 的文件。请提交 {string.Join("、", reading.Exercises.SelectMany(e => catalog.Find(e)!.Files))}，单个文件或者打成 zip 都可以。"));
        }
        catch (BadInputException e) when (e.Message.Contains(folder.FullName, StringComparison.Ordinal))
        {
            // Where it lay meanwhile is nobody's business.
            string Plain(string text) => text.Replace(folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(folder.FullName, "", StringComparison.Ordinal);
            throw e.Text is { } said ? new BadInputException(said.Select(Plain)) : new BadInputException(Plain(e.Message));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Packed(IReadOnlyList<DeliveredFile> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(PlainName(file.Name), CompressionLevel.Optimal);
                entry.LastWriteTime = ZipBeginning;
                using var stream = entry.Open();
                stream.Write(file.Content);
            }
        }

        return zip.ToArray();
    }

    // A name is somebody else's: what of it could lead elsewhere, or is no character of a name, goes.
    private static string PlainName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var plain = string.Concat(last.EnumerateRunes().Where(r => System.Text.Rune.IsLetterOrDigit(r) || r.Value is ' ' or '-' or '_' or '.' or '(' or ')' or '+')).Trim().TrimStart('.');
        return plain.Length == 0 ? "hand-in" : plain.Length <= MostNameChars ? plain : plain[^MostNameChars..];
    }
}
