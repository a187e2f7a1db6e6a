using ExerciseKit.Reports.Console;

namespace ExerciseKit.Tests.Reports;

public sealed class BigNumberTests
{
    [TestCase("0", "0")]
    [TestCase("1", "1")]
    [TestCase("999999", "999,999")]
    [TestCase("1000000", "1.0 × 10⁶")]
    [TestCase("1399999999999", "1.3 × 10¹²")]
    [TestCase("98765432109876543210987654321098765432109", "9.8 × 10⁴⁰")]
    public void From_a_million_on_the_magnitude_is_told(string digits, string words) => Assert.That(BigNumber.Of(digits), Is.EqualTo(words));
}
