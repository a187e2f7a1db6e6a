using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;

namespace ExerciseKit.Tests.Reports;

public sealed class MSBuildReportTests
{
    [Test]
    public void A_violation_is_told_at_the_last_step_in_the_students_own_file() => Assert.That(
        LinesOf(SampleResults.Violation),
        Is.EqualTo(["/home/s/07-ticket-sale/TicketSale.cs(34,1): error KIT1001: No ticket is sold twice: 2 tickets were sold though there was only 1: buyer 2 read the number before buyer 1 had written it."]));

    [Test]
    public void A_deadlock_is_told_where_the_last_process_began_to_wait() =>
        Assert.That(LinesOf(SampleResults.Deadlock), Has.One.StartsWith("/home/s/19-deadlock/Bank.cs(21,1): error KIT1002: Transfers in opposite directions both come through: "));

    [Test]
    public void A_compile_error_keeps_the_compilers_code_and_is_told_once() =>
        Assert.That(LinesOf(SampleResults.CompileError), Is.EqualTo(["/home/s/01-spawn/Spawn.cs(12,1): error CS1002: ; expected"]));

    [Test]
    public void A_message_in_the_compilers_own_form_keeps_its_line_and_column()
    {
        var exercise = SampleResults.CompileError.Exercises.Single();
        var check = exercise.Checks[0] with { Message = "Spawn.cs(7,13): error CS0103: The name 'x' does not exist\nOther.cs(2,1): error CS1002: ; expected" };

        Assert.That(LinesOf(SampleResults.CompileError with { Exercises = [exercise with { Checks = [check] }] }), Is.EqualTo((string[])
        [
            "/home/s/01-spawn/Spawn.cs(7,13): error CS0103: The name 'x' does not exist",
            "Other.cs(2,1): error CS1002: ; expected",
        ]));
    }

    [Test]
    public void What_passed_is_not_told() => Assert.That(LinesOf(SampleResults.Passed), Is.Empty);

    [Test]
    public void A_fault_of_the_grader_is_told_as_one() => Assert.That(LinesOf(SampleResults.Fault), Has.Some.StartsWith("kit : error KIT1011: "));

    private static string[] LinesOf(GradeResult result)
    {
        using var output = new StringWriter();
        new MSBuildReport(output, (exercise, file) => file is "TicketSale.cs" or "Bank.cs" or "Spawn.cs" ? $"/home/s/{exercise}/{file}" : null).Write(result);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
