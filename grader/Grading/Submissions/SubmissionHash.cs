using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Names a hand-in by what counts in it.</summary>
internal static class SubmissionHash
{
    /// <summary>SHA-256 over the exercises' files, in order of ids and names, each part with its length before it.</summary>
    public static string Of(IEnumerable<SubmittedExercise> exercises)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var exercise in exercises.OrderBy(e => e.Exercise.Id, StringComparer.Ordinal))
        {
            foreach (var file in exercise.Files.Concat(exercise.Own).OrderBy(f => f.Name, StringComparer.Ordinal))
                Append(hash, exercise.Exercise.Id, file.Name, file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string id, string name, byte[] content)
    {
        foreach (var part in (ReadOnlySpan<byte[]>)[Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(name), content])
        {
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }
    }
}
