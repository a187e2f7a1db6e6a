using System.Globalization;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Authoring.Verification;

/// <summary>How a wrong answer must come out: each of these checks fails, with one of these verdicts.</summary>
/// <remarks>
/// It stands in the answer's first line: <c>// expect: wrong verdict=violation|crash check=no-oversell,own-process line=27</c>. The line, which
/// may be left out, is that of the fault, as its author marks it, counted in the file as it lies there; of several, the one is as good as the other.
/// </remarks>
public sealed record Expectation(EquatableArray<Verdict> Verdicts, EquatableArray<string> CheckIds)
{
    private const string Form = "// expect: wrong verdict=a|b check=id[,id] [line=n[,n]]";

    private static readonly Dictionary<string, Verdict> VerdictNames =
        Enum.GetValues<Verdict>().Where(v => v is not (Verdict.Passed or Verdict.GraderFault)).ToDictionary(Name);

    /// <summary>The lines of the fault; none where nobody has marked them.</summary>
    public EquatableArray<int> Lines { get; init; } = [];

    /// <summary>The verdict as results and expectations write it.</summary>
    public static string Name(Verdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());

    /// <summary>Reads a first line.</summary>
    /// <exception cref="FormatException">It is no expectation; the message says what is wrong and what is needed.</exception>
    public static Expectation Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["//", "expect:", "wrong", ['v', 'e', 'r', 'd', 'i', 'c', 't', '=', .. var verdicts], ['c', 'h', 'e', 'c', 'k', '=', .. var checks], .. var rest]
            || rest is not ([] or [['l', 'i', 'n', 'e', '=', ..]]))
        {
            throw new FormatException($"Its first line is \"{line}\", where \"{Form}\" is needed.");
        }

        return new(verdicts.Split('|').Select(ParseVerdict).ToEquatableArray(), checks.Split(',').ToEquatableArray())
        {
            Lines = rest is [['l', 'i', 'n', 'e', '=', .. var lines]] ? lines.Split(',').Select(ParseLine).ToEquatableArray() : [],
        };
    }

    /// <summary>Whether one of the two lines that a result names is a marked one.</summary>
    public bool IsNamedBy(Between? between) => between is not null && Lines.Any(line => line == between.First.Line || line == between.Second.Line);

    private static int ParseLine(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 1
            ? line
            : throw new FormatException($"Its first line marks line \"{number}\" as the fault's, which is none below the first.");

    private static Verdict ParseVerdict(string name) =>
        VerdictNames.TryGetValue(name, out var verdict)
            ? verdict
            : throw new FormatException($"Its first line expects verdict \"{name}\", which is none; known are {string.Join(", ", VerdictNames.Keys)}.");
}
