using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Exercises;

namespace ExerciseKit.Grading;

/// <summary>Names all that a result is made by, beside the hand-in: the kit's code, checks among it, and the exercises.</summary>
public static class KitFingerprint
{
    private static readonly string[] Assemblies = ["Contract", "Kernel", "Exploration", "Checks", "Exercises", "Preparation", "Hosting", "Grading", "Multiprocessing", "Live", "Host"];

    /// <summary>SHA-256 in hexadecimal; the same for the same sources, wherever they were built.</summary>
    public static string Of(ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in Assemblies)
            hash.AppendData(Encoding.UTF8.GetBytes($"{assembly} {VersionOf(Path.Combine(AppContext.BaseDirectory, $"ExerciseKit.{assembly}.dll"))}\n"));
        foreach (var exercise in catalog.Exercises)
        {
            foreach (var name in exercise.Given.Append(ExerciseCatalog.FileName).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{exercise.Id}/{name}\n"));
                hash.AppendData(TextOf(Path.Combine(exercise.Folder, name)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Not the file's bytes: what is compiled ahead differs from machine to machine, and means the same.
    private static Guid VersionOf(string assembly)
    {
        if (!File.Exists(assembly))
            return Guid.Empty;
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static byte[] TextOf(string file) => File.Exists(file) ? Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")) : [];
}
