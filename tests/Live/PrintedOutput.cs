using System.Text.RegularExpressions;
using ExerciseKit.Authoring.Verification;

namespace ExerciseKit.Tests.Live;

/// <summary>Holds what was printed against what a solution should print.</summary>
internal static class PrintedOutput
{
    public static void HoldErrors(this ExpectedOutput expected, string printed) =>
        Assert.That(printed, expected.Errors is null ? Is.Empty : Does.Match(expected.Errors));

    public static void Hold(this ExpectedOutput expected, IReadOnlyList<string> printed)
    {
        var all = string.Join('\n', printed);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (pattern, count) in expected.Lines)
                Assert.That(printed.Count(line => Fits(line, pattern)), Is.EqualTo(count), $"'{pattern}' in:\n{all}");
            Assert.That(printed.Where(line => !expected.Lines.Keys.Any(pattern => Fits(line, pattern))), Is.Empty, "Lines that the task sheet does not know.");
            foreach (var pair in expected.Order)
                Assert.That(First(printed, pair[0]), Is.Not.Negative.And.LessThan(First(printed, pair[1])), $"'{pair[0]}' comes before '{pair[1]}' in:\n{all}");
        }
    }

    private static int First(IReadOnlyList<string> printed, string pattern) => printed.ToList().FindIndex(line => Fits(line, pattern));

    private static bool Fits(string line, string pattern) => Regex.IsMatch(line, $"^(?:{pattern})$");
}
