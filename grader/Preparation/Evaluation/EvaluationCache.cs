using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Preparation.Evaluation;

/// <summary>Keeps evaluations on disk between runs of the tool, one file each, named by the hash of all that went in.</summary>
/// <param name="folder">Where; null for nowhere. It is made when needed.</param>
public sealed class EvaluationCache(string? folder)
{
    /// <summary>Names the folder, for who wants it elsewhere.</summary>
    public const string Variable = "EXERCISEKIT_CACHE";

    private const int HashHexLength = 64;

    // What an older kit kept has not all the parts.
    private static readonly JsonSerializerOptions Whole = new() { RespectRequiredConstructorParameters = true };

    /// <summary>The folder that the user named, else one for caches in the user's own; nowhere without one.</summary>
    public static EvaluationCache ForUser()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return new EvaluationCache(Path.GetFullPath(named));
        var own = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache") : "";
        return new EvaluationCache(own.Length > 0 ? Path.Combine(own, "exercisekit") : null);
    }

    /// <summary>The hash of some named texts.</summary>
    public static string Key(IEnumerable<KeyValuePair<string, string>> inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(inputs.Select(i => new[] { i.Key, i.Value }))));

    /// <summary>What was kept under a key; null when there is nothing, or nothing whole.</summary>
    public CompilerInvocation? Find(string key)
    {
        if (folder is null)
            return null;
        try
        {
            var text = File.ReadAllText(PathOf(key));
            var body = text.Length > HashHexLength ? text[HashHexLength..] : "";
            return text.StartsWith(Checksum(body), StringComparison.Ordinal) ? JsonSerializer.Deserialize<CompilerInvocation>(body, Whole) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Absent, unreadable or of another shape: it is made anew.
            return null;
        }
    }

    /// <summary>Keeps an evaluation. Several tools may do so at once: each writes aside, then moves; the last one stays.</summary>
    public void Keep(string key, CompilerInvocation invocation)
    {
        if (folder is null)
            return;
        var aside = PathOf($"{key}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            var body = JsonSerializer.Serialize(invocation);
            File.WriteAllText(aside, Checksum(body) + body);
            File.Move(aside, PathOf(key), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk or a folder that can't be written costs time, not correctness.
            TryDelete(aside);
        }
    }

    /// <summary>Why nothing can be kept; null where something can.</summary>
    public LocalizedText? Refusal()
    {
        if (folder is null)
            return ("There is no folder of the user's own.", "用户没有自己的文件夹。");
        var probe = PathOf($"probe.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (e.Message, $"“{e.Message}”。");
        }
    }

    private string PathOf(string key) => Path.Combine(folder!, $"{key}.evaluation");

    private static string Checksum(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

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
