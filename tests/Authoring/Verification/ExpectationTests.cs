using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>The first line of a wrong answer.</summary>
public sealed class ExpectationTests
{
    private const string Head = "// expect: wrong verdict=violation|crash check=a,b";

    [TestCase(Head, "")]
    [TestCase(Head + " line=7", "7")]
    [TestCase(Head + " line=7,12", "7 12")]
    public void It_may_mark_the_lines_of_the_fault(string line, string marked)
    {
        var expectation = Expectation.Parse(line);

        Assert.That(string.Join(' ', expectation.Lines), Is.EqualTo(marked));
        Assert.That(expectation.Verdicts, Is.EqualTo([Verdict.Violation, Verdict.Crash]));
        Assert.That(expectation.CheckIds, Is.EqualTo(["a", "b"]));
    }

    [TestCase(" line=")]
    [TestCase(" line=1")]
    [TestCase(" line=-3")]
    [TestCase(" line=7,,9")]
    [TestCase(" lines=7")]
    [TestCase(" line=7 line=9")]
    public void What_marks_no_line_below_the_first_is_refused(string rest) =>
        Assert.That(() => Expectation.Parse(Head + rest), Throws.TypeOf<FormatException>().With.Message.StartsWith("Its first line "));

    [TestCase(7, 9, true)]
    [TestCase(3, 7, true)]
    [TestCase(6, 9, false)]
    public void A_result_names_the_fault_where_one_of_its_two_lines_is_marked(int first, int second, bool isNamed)
    {
        var between = new Between(BetweenKind.Wrong, "main", new CallSite("A.cs", first), new CallSite("A.cs", second));

        Assert.That(Expectation.Parse(Head + " line=7").IsNamedBy(between), Is.EqualTo(isNamed));
        Assert.That(Expectation.Parse(Head).IsNamedBy(between), Is.False);
    }
}
