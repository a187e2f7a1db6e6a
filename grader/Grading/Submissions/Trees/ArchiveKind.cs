namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>What sort of archive some bytes are, by what they begin with: names lie, and a <c>.zip</c> may be a RAR.</summary>
internal static class ArchiveKind
{
    public const string Zip = "zip";
    public const string Tar = "tar";

    /// <summary>A tar that is compressed.</summary>
    public const string Gzip = "gzip";

    private const int TarMarkAt = 257;

    private static readonly string[] ReadExtensions = [".zip", ".tar", ".tgz", ".tar.gz"];

    /// <summary>The kind; null where the bytes are no archive's that is known.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return Zip;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return Gzip;
        if (bytes.StartsWith("Rar!"u8))
            return "RAR";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]))
            return "7z";
        if (bytes.StartsWith("BZh"u8))
            return "bzip2";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']))
            return "xz";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            return "zstd";
        return bytes.Length > TarMarkAt && bytes[TarMarkAt..].StartsWith("ustar"u8) ? Tar : null;
    }

    /// <summary>Whether a file's name says that it is an archive of a kind that is read.</summary>
    public static bool IsNamedSo(string name) => ExtensionOf(name).Length > 0;

    /// <summary>A file's name without what says that it is an archive.</summary>
    public static string Stem(string name) => name[..^ExtensionOf(name).Length];

    /// <summary>What a name says of its file's kind; null where that is no archive that is read.</summary>
    public static string? ByName(string name) => ExtensionOf(name) switch
    {
        ".zip" => Zip,
        ".tar" => Tar,
        ".tgz" or ".tar.gz" => Gzip,
        _ => null,
    };

    private static string ExtensionOf(string name) =>
        ReadExtensions.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ?? "";
}
