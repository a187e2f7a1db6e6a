using ExerciseKit.Cli.Commands;
using ExerciseKit.Contract.Results;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Cli;

public sealed class ExitCodeTests
{
    [Test]
    public void All_passed_is_0() => Assert.That(GradeRun.ExitCodeOf(SampleResults.Passed), Is.Zero);

    [Test]
    public void A_failed_check_is_1() => Assert.That(GradeRun.ExitCodeOf(SampleResults.Violation), Is.EqualTo(1));

    [Test]
    public void A_check_that_could_not_be_told_is_no_pass()
    {
        var exercise = SampleResults.Fault.Exercises[0];

        Assert.That(GradeRun.ExitCodeOf(SampleResults.Fault with { Gradable = true, Exercises = [exercise] }), Is.EqualTo(1));
    }

    [Test]
    public void A_fault_of_the_grader_is_3_whatever_the_checks_say()
    {
        Assert.That(GradeRun.ExitCodeOf(SampleResults.Fault), Is.EqualTo(3));
        Assert.That(GradeRun.ExitCodeOf(SampleResults.Passed with { Gradable = false }), Is.EqualTo(3));
    }

    [Test]
    public void Nothing_checked_is_not_passed()
    {
        Assert.That(GradeRun.ExitCodeOf(SampleResults.Passed with { Exercises = [] }), Is.EqualTo(3));
        Assert.That(GradeRun.ExitCodeOf(SampleResults.Passed with { Exercises = [Without(SampleResults.Passed.Exercises[0])] }), Is.EqualTo(3));

        static ExerciseResult Without(ExerciseResult exercise) => exercise with { Checks = [] };
    }
}
