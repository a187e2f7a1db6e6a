using System.Text;
using System.Text.Json;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Packing;

/// <summary>Reads and writes manifests.</summary>
internal static class ManifestJson
{
    private const string FormatName = "exercisekit.hand-in/";

    public static byte[] Write(HandInManifest manifest) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(manifest, ResultJson.Options) + "\n");

    /// <summary>Reads one.</summary>
    /// <exception cref="BadInputException">It is none, or of a newer format.</exception>
    public static HandInManifest Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var format = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var said) ? said.ToString() : "none";
            if (format != HandInManifest.CurrentFormat)
            {
                throw new BadInputException(format.StartsWith(FormatName, StringComparison.Ordinal)
                    ? $"{HandInManifest.FileName} is of the format {EntryName.Shown(format)}, of a newer kit than this one ({Grader.KitVersion}), which reads {HandInManifest.CurrentFormat}. Update this kit."
                    : $"{HandInManifest.FileName} names the format {EntryName.Shown(format)}, where {HandInManifest.CurrentFormat} is needed. Pack the hand-in again with `kit pack`.");
            }

            var manifest = document.Deserialize<HandInManifest>(ResultJson.Options)!;
            return manifest is { KitVersion: not null } && manifest.Files.All(f => f is { Path: not null, Sha256: not null }) && manifest.Exercises.All(e => e.Id is not null)
                ? manifest
                : throw new JsonException("A field is missing.");
        }
        catch (JsonException e)
        {
            throw new BadInputException(($"{HandInManifest.FileName} can't be read: {e.Message} Pack the hand-in again with `kit pack`.", $"{HandInManifest.FileName} 无法读取：“{e.Message}”请用 `kit pack` 重新打包。"));
        }
    }
}
