using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Reports;

/// <summary>The failed checks in the form that editors parse, a line each: <c>file(line,column): error CODE: message</c>.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="pathOf">The path of a file of the student's, by the exercise's id and the file's name; null for one that is not the student's.</param>
/// <param name="language">The language.</param>
public sealed partial class MSBuildReport(TextWriter output, Func<string, string, string?> pathOf, Language language = Language.English) : IReport
{
    public void Write(GradeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Fault is { } fault)
            output.WriteLine($"kit : error {Code(Verdict.GraderFault)}: {Plain.Line(fault.In(language))}");
        // What does not compile, or breaks two checks in the same way, is one thing to mend.
        foreach (var line in result.Exercises.SelectMany(Lines).Distinct())
            output.WriteLine(line);
        output.Flush();
    }

    /// <summary>Where in the student's files a failed check went wrong: the second of the two lines between which it did, else its interleaving's last step there; null where it has none.</summary>
    /// <param name="check">The check.</param>
    /// <param name="isStudents">Whether a file is the student's.</param>
    public static CallSite? SiteOf(CheckResult check, Func<string, bool> isStudents)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(isStudents);
        if (check.Between is { Second: { IsKnown: true } second } && isStudents(second.File))
            return second;
        var site = check.Timeline.LastOrDefault(step => step.Site is { IsKnown: true } known && isStudents(known.File))?.Site;
        return site is { IsKnown: true } ? site : null;
    }

    private IEnumerable<string> Lines(ExerciseResult exercise)
    {
        foreach (var check in exercise.Checks.Where(c => c.Status is CheckStatus.Failed or CheckStatus.Error))
        {
            if (check.Verdict is Verdict.CompileError or Verdict.Policy)
            {
                foreach (var line in Plain.Lines(check.Message.In(language)))
                    yield return OfSource(exercise.Id, line, check.Verdict);
                continue;
            }

            var place = SiteOf(check, file => pathOf(exercise.Id, file) is not null) is { } site ? $"{pathOf(exercise.Id, site.File)}({site.Line},1)" : exercise.Id + " ";
            yield return $"{place}: error {Code(check.Verdict)}: {Plain.Line(check.Title.In(language))}: {Plain.Line(check.Message.In(language))}";
        }
    }

    // "Spawn.cs(12,5): error CS1002: ; expected", "Spawn.cs:12: Thread may not be used here", or a sentence about no place.
    private string OfSource(string exercise, string line, Verdict verdict)
    {
        if (CompilersForm().Match(line) is { Success: true, Groups: var parts })
            return $"{pathOf(exercise, parts["file"].Value) ?? parts["file"].Value}{parts["rest"].Value}";
        if (line.Split(':', 3) is not [var file, var number, var rest] || !int.TryParse(number, out var at))
            return $"{exercise} : error {Code(verdict)}: {line}";
        var said = rest.TrimStart();
        return $"{pathOf(exercise, file) ?? file}({at},1): {(said.StartsWith("error ", StringComparison.Ordinal) ? said : $"error {Code(verdict)}: {said}")}";
    }

    [GeneratedRegex(@"^(?<file>[^:(]+)(?<rest>\(\d+,\d+\): error .*)$", RegexOptions.CultureInvariant)]
    private static partial Regex CompilersForm();

    private static string Code(Verdict verdict) => $"KIT1{(int)verdict:000}";
}
