using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Reports.Formats;

/// <summary>What a check found, as plain text for systems that show it in a box.</summary>
internal static partial class CheckText
{
    private const int MostChars = 8_000;
    private const int MostSteps = 60;

    /// <summary>The finding: the message, then what leads to it.</summary>
    public static string Of(CheckResult check, int most = MostChars)
    {
        var text = new StringBuilder($"{VerdictWords.Of(check.Verdict)}: {check.Message}\n");
        if (check.Hint is { } hint)
            text.Append($"Hint: {hint}\n");
        if (check.Scenario is { } scenario)
            text.Append($"Scenario: {scenario}\n");
        foreach (var link in check.Cycle ?? [])
            text.Append($"  {link}\n");
        foreach (var step in check.Timeline.Take(MostSteps))
            text.Append(CultureInfo.InvariantCulture, $"{step.Step,4}  {step.TimeMs / 1000:0.###} s  {step.Agent}: {step.Operation}{(step.Result.Length > 0 ? $" -> {step.Result}" : "")}{(step.Site is { IsKnown: true } site ? $"  [{site}]" : "")}\n");
        if (check.Timeline.Count > MostSteps)
            text.Append(CultureInfo.InvariantCulture, $"… {check.Timeline.Count - MostSteps} steps left out; the JSON result has them all.\n");
        return FormatText.Cut(FormatText.Visible(text.ToString()), most).TrimEnd('\n');
    }

    /// <summary>What the program printed.</summary>
    public static string Of(ProgramOutput output, int most) => FormatText.Cut(
        FormatText.Visible(output.OmittedBytes > 0 ? $"{output.Head}… {output.OmittedBytes.ToString("N0", CultureInfo.InvariantCulture)} bytes left out …\n{output.Tail}" : output.Head + output.Tail),
        most);

    /// <summary>Where in the student's files it went wrong; unknown where nobody can tell.</summary>
    public static CallSite SiteOf(CheckResult check, Func<string, bool> isStudents)
    {
        if (check.Verdict is Verdict.CompileError or Verdict.Policy
            && Place().Match(check.Message) is { Success: true } place
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
