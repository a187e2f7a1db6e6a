using System.Text.RegularExpressions;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Attacks;

/// <summary>A hostile hand-in, and what must come of it.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="What">What it tries.</param>
/// <param name="Expected">The verdicts that its checks may get, the first check the first of them; null where it must be refused as no hand-in.</param>
/// <param name="Lay">Puts it into a folder that is the attack's own, and gives the path to grade.</param>
/// <param name="IsPastTheList">Whether it is graded with an allow-list that lets it through, to try what stands behind.</param>
/// <param name="IsSlow">Whether a plain <c>dotnet test</c> leaves it out: all of them together take a minute.</param>
internal sealed partial record Attack(string Name, string What, IReadOnlyList<Verdict>? Expected, Func<Surroundings, string> Lay, bool IsPastTheList = false, bool IsSlow = false)
{
    private const string NoHandIn = "no-hand-in";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Attacks");

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Attack> All { get; } =
        ((IEnumerable<Attack>)[.. Written("HandIns", isPastTheList: false), .. Written("PastTheList", isPastTheList: true), .. MadeAttacks.All])
            .OrderBy(a => a.Name, StringComparer.Ordinal)
            .ToDictionary(a => a.Name);

    /// <summary>Reads what an attack says that must come of it: <c>limit</c>, <c>crash|violation</c>, <c>no-hand-in</c>.</summary>
    public static IReadOnlyList<Verdict>? Verdicts(string words) => words == NoHandIn
        ? null
        : [.. words.Split('|').Select(w => Enum.GetValues<Verdict>().SingleOrDefault(v => Wire(v) == w, (Verdict)(-1)) is var v and not (Verdict)(-1)
            ? v
            : throw new FormatException($"'{w}' is no verdict."))];

    private static string Wire(Verdict verdict) => System.Text.Json.JsonSerializer.Serialize(verdict, ResultJson.Options).Trim('"');

    private static IEnumerable<Attack> Written(string folder, bool isPastTheList) =>
        from path in Directory.GetFileSystemEntries(Path.Combine(Folder, folder))
        let source = Directory.Exists(path) ? Path.Combine(path, AttackedKit.StudentFile) : path
        let header = Header(source)
        select new Attack(
            isPastTheList ? $"past-the-list-{Path.GetFileNameWithoutExtension(path)}" : Path.GetFileNameWithoutExtension(path),
            header.What,
            Verdicts(header.Expected),
            surroundings => Copy(path, surroundings),
            isPastTheList,
            header.IsSlow);

    // "// attack: a fork bomb; expect: limit", or "// slow attack: …".
    private static (string What, string Expected, bool IsSlow) Header(string source) =>
        Form().Match(File.ReadLines(source).First()) is { Success: true, Groups: var parts }
            ? (parts["what"].Value, parts["expected"].Value, parts["slow"].Success)
            : throw new FormatException($"{source}: the first line must be '// attack: <what it tries>; expect: <verdict>'.");

    [GeneratedRegex("^// (?<slow>slow )?attack: (?<what>.+); expect: (?<expected>[a-z|-]+)$")]
    private static partial Regex Form();

    private static string Copy(string path, Surroundings surroundings)
    {
        if (!Directory.Exists(path))
            return surroundings.Write(AttackedKit.StudentFile, File.ReadAllText(path));
        foreach (var file in Directory.GetFiles(path, "*", SearchOption.AllDirectories))
            surroundings.Write(Path.Combine(AttackedKit.ExerciseId, Path.GetRelativePath(path, file)), File.ReadAllText(file));
        return Path.Combine(surroundings.HandIn, AttackedKit.ExerciseId);
    }
}
