using System.Security.Cryptography;
using System.Text;

namespace ExerciseKit.Session.Folders;

/// <summary>A file that a student's folder begins with.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Content">What stands in it.</param>
/// <param name="IsStudents">Whether it is for the student to write, as a stub is.</param>
internal sealed record CourseFile(string Path, byte[] Content, bool IsStudents)
{
    public string Hash => HashOf(Content);

    /// <summary>SHA-256 in hexadecimal, of the text with line feeds alone: line ends are the editor's and the repository's.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(
        content.AsSpan().IndexOf("\r\n"u8) < 0 ? content : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).ReplaceLineEndings("\n"))));
}
