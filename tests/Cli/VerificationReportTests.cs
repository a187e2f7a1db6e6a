using ExerciseKit.Authoring.Verification;
using ExerciseKit.Cli.Authors;
using Spectre.Console.Testing;

namespace ExerciseKit.Tests.Cli;

public sealed class VerificationReportTests
{
    [Test]
    public Task Each_hand_in_is_told_and_what_each_check_catches()
    {
        var result = new VerificationResult(
        [
            new("01-one", [new("01-one", "stub", VariantOutcome.AsExpected, ""), new("01-one", "mutants/x.cs", VariantOutcome.AsExpected, "")], [new("a", ["mutants/x.cs"])], []),
            new(
                "02-two",
                [
                    new("02-two", "stub", VariantOutcome.Otherwise, "Every check must fail on the stub, but a came out as passed: Held."),
                    new("02-two", "solution", VariantOutcome.GraderFault, "A host was lost."),
                ],
                [new("a", [])],
                ["mutants/y.cs: Its first line is \"using System;\", where \"// expect: wrong verdict=a|b check=id[,id]\" is needed."]),
        ]);
        using var console = new TestConsole().Width(100);

        new VerificationReport(console).Write(result);

        return Verify(console.Output.TrimEnd());
    }
}
