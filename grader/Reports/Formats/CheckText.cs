using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>What a check found, as plain text for systems that show it in a box.</summary>
internal static partial class CheckText
{
    private const int MostChars = 8_000;
    private const int MostSteps = 60;

    /// <summary>The finding: the message, then what leads to it.</summary>
    public static string Of(CheckResult check, Language language, int most = MostChars)
    {
        var verdict = VerdictWords.Of(check.Verdict);
        var text = new StringBuilder(language.Say($"{verdict.En}: {check.Message.En}\n", $"{verdict.Zh}：{check.Message.Zh}\n"));
        if (check.Hint is { } hint)
            text.Append(language.Say($"Hint: {hint.En}\n", $"提示：{hint.Zh}\n"));
        if (check.Scenario is { } scenario)
            text.Append(language.Say($"Scenario: {scenario.En}\n", $"场景：{scenario.Zh}\n"));
        foreach (var link in check.Cycle ?? [])
            text.Append($"  {link.In(language)}\n");
        foreach (var step in check.Timeline.Take(MostSteps))
            text.Append(CultureInfo.InvariantCulture, $"{step.Step,4}  {step.TimeMs / 1000:0.###} s  {step.Agent}: {step.Operation.In(language)}{(step.Result.IsEmpty ? "" : $" -> {step.Result.In(language)}")}{(step.Site is { IsKnown: true } site ? $"  [{site}]" : "")}\n");
        if (check.Timeline.Count > MostSteps)
            text.Append(language.Say($"… {check.Timeline.Count - MostSteps} steps left out; the JSON result has them all.\n", $"……省略 {check.Timeline.Count - MostSteps} 步；JSON 结果里有全部步骤。\n"));
        return FormatText.Cut(FormatText.Visible(text.ToString()), most, language).TrimEnd('\n');
    }

    /// <summary>What the program printed.</summary>
    public static string Of(ProgramOutput output, int most, Language language) => FormatText.Cut(
        FormatText.Visible(output.OmittedBytes > 0 ? $"{output.Head}{LeftOut(output.OmittedBytes.ToString("N0", CultureInfo.InvariantCulture)).In(language)}\n{output.Tail}" : output.Head + output.Tail),
        most,
        language);

    private static LocalizedText LeftOut(string bytes) => ($"… {bytes} bytes left out …", $"……省略 {bytes} 字节……");

    /// <summary>Where in the student's files it went wrong; unknown where nobody can tell.</summary>
    public static CallSite SiteOf(CheckResult check, Func<string, bool> isStudents)
    {
        if (check.Verdict is Verdict.CompileError or Verdict.Policy
            && Place().Match(check.Message.En) is { Success: true } place
            && int.TryParse(place.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return new CallSite(place.Groups["file"].Value, line);
        }

        return MSBuildReport.SiteOf(check, isStudents) ?? CallSite.Unknown;
    }

    // "Spawn.cs(12,5): error CS1002: ; expected", or "Spawn.cs:12: Thread may not be used here".
    [GeneratedRegex(@"^(?<file>[^:(\r\n]+)(\((?<line>\d+),\d+\)|:(?<line>\d+)):", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
